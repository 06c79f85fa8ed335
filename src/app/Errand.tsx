import { t } from '~/language'
import type { Errand as State } from '~/signin/signin'
import { CardPage } from '~/ui/CardPage'

const words = (state: State) =>
  ({
    none: '',
    'under-way': t`Signing you in…`,
    done: t`You are signed in. You can close this window.`,
    failed: t`That sign-in did not come about; your desk says why. You can close this window.`,
  })[state]

/** A window that was opened to log in for another page: it closes itself, where the browser lets it. */
export function Errand(props: { readonly title: string; readonly state: State }) {
  return (
    <CardPage title={props.title}>
      <p role="status">{words(props.state)}</p>
    </CardPage>
  )
}
