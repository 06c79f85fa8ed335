import { createSignal, Show } from 'solid-js'
import { More } from '~/signin/More'
import { Banner } from '~/ui/Banner'
import { Button } from '~/ui/Button'

/** Scopes that the OAuth client lacks: said once, and the desk goes on with what there is. */
export function Lacking(props: { readonly scopes: readonly string[] }) {
  const [heard, setHeard] = createSignal(false)
  const words = () =>
    `Minidesk lacks scopes it needs: ${props.scopes.join(', ')}. Tell your administrator.`
  return (
    <Show when={props.scopes.length > 0 && !heard()}>
      <Banner
        text={words()}
        action={
          <>
            <More>{({ Copy }) => <Copy text={words} />}</More>
            <Button onClick={() => setHeard(true)}>Dismiss</Button>
          </>
        }
      />
    </Show>
  )
}
