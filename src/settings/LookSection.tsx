import { t } from '~/language'
import type { Settings } from '~/storage/settings'
import type { Shared } from '~/storage/shared'
import { Choice } from './Choice'
import { type Look, lookSetting } from './look'
import { Section } from './Section'

const schemes = [
  { value: 'system', word: t`As the system` },
  { value: 'light', word: t`Light` },
  { value: 'dark', word: t`Dark` },
] as const

const densities = [
  { value: 'comfortable', word: t`Comfortable` },
  { value: 'compact', word: t`Compact` },
] as const

/** Light or dark, and how close everything stands. */
export function LookSection(props: { readonly look: Shared<Look>; readonly settings: Settings }) {
  const { look } = props
  return (
    <Section title={t`Look`} settings={props.settings} names={[lookSetting]}>
      <Choice
        name={t`Theme`}
        choices={schemes}
        value={look.now().scheme}
        onChoose={(scheme) => look.change((before) => ({ ...before, scheme }))}
      />
      <Choice
        name={t`Density`}
        choices={densities}
        value={look.now().density}
        onChoose={(density) => look.change((before) => ({ ...before, density }))}
      />
    </Section>
  )
}
