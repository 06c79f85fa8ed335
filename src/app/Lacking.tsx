import { createSignal, Show } from 'solid-js'
import { t } from '~/language'
import { Banner } from '~/ui/Banner'
import { Button } from '~/ui/Button'
import { ForAdministrator } from './ForAdministrator'
import { lackingLine, lackingWords } from './missingscopes'

/** What does not work for want of a scope: said once, and the desk goes on with what there is. */
export function Lacking(props: { readonly scopes: readonly string[] }) {
  const [heard, setHeard] = createSignal(false)
  return (
    <Show when={props.scopes.length > 0 && !heard()}>
      <Banner
        text={lackingWords(props.scopes)}
        action={
          <>
            <ForAdministrator line={lackingLine(props.scopes)} />
            <Button onClick={() => setHeard(true)}>{t`Dismiss`}</Button>
          </>
        }
      />
    </Show>
  )
}
