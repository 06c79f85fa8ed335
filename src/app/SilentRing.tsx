import { Show } from 'solid-js'
import { t } from '~/language'
import { Banner } from '~/ui/Banner'
import { Button } from '~/ui/Button'
import type { Ringing } from './ringing'

/** Calls would be seen and not heard. Any press in the page helps; this one says so. */
export function SilentRing(props: { readonly ringing: Ringing | undefined }) {
  return (
    <Show when={props.ringing?.locked()}>
      <Banner
        text={t`The ring is silent: this browser lets no page sound before you press something on it.`}
        action={<Button onClick={() => void props.ringing?.player.arm()}>{t`Let it ring`}</Button>}
      />
    </Show>
  )
}
