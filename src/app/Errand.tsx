import { CardPage } from '~/ui/CardPage'

/** A window that was opened to log in for another page: it closes itself, where the browser lets it. */
export function Errand(props: { readonly title: string; readonly done: boolean }) {
  return (
    <CardPage title={props.title}>
      <p role="status">
        {props.done ? 'You are signed in. You can close this window.' : 'Signing you in…'}
      </p>
    </CardPage>
  )
}
