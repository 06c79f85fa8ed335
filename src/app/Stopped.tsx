import { t } from '~/language'
import { Button } from '~/ui/Button'
import { CardPage } from '~/ui/CardPage'

/** There is no engine: nothing can be asked or heard, and the agent must not wait for it. */
export function Stopped(props: { readonly why: string }) {
  return (
    <CardPage title={t`Minidesk has stopped`}>
      <p role="alert">{props.why}</p>
      <Button kind="primary" onClick={() => location.reload()}>{t`Start again`}</Button>
    </CardPage>
  )
}
