import { createSignal } from 'solid-js'
import { t } from '~/language'
import { Button } from '~/ui/Button'
import { CardPage } from '~/ui/CardPage'
import type { Stayed } from './leave'

/** Signed out here, as far as it could be done: Genesys Cloud itself could not be told. */
export function SignedOut(props: {
  readonly title: string
  readonly why: Stayed
  /** Tries once more to tell it; comes back only where that fails. */
  readonly onAgain: () => Promise<Stayed>
}) {
  const [busy, setBusy] = createSignal(false)
  const [failed, setFailed] = createSignal(false)
  async function again() {
    setBusy(true)
    setFailed(false)
    await props.onAgain()
    setBusy(false)
    setFailed(true)
  }
  return (
    <CardPage title={props.title}>
      <div role="alert">
        <p>
          {props.why === 'slow'
            ? t`You are signed out of this browser, and nothing of your desk is left in it. But Genesys Cloud’s login page does not open, so it may still know you.`
            : t`You are signed out of this browser, and nothing of your desk is left in it. But Genesys Cloud could not be told: its login page may still know you, and your sign-in there goes on until it ends by itself.`}
        </p>
      </div>
      <p>
        {t`Whoever comes next at this computer could be logged in as you. Try again, or close the browser.`}{' '}
        <span role="status">{failed() ? t`Genesys Cloud cannot be reached yet.` : ''}</span>
      </p>
      <Button kind="primary" busy={busy()} onClick={() => void again()}>{t`Try again`}</Button>
    </CardPage>
  )
}
