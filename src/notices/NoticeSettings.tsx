import { Show } from 'solid-js'
import { t } from '~/language'
import { Check } from '~/ui/Check'

/** Whether calls are told by notifications of the system, and with whose name. */
export function NoticeSettings(props: {
  readonly permission: NotificationPermission | 'none'
  readonly notify: boolean
  readonly names: boolean
  /** Whether the administrator lets a notification name a customer. */
  readonly mayName: boolean
  readonly onNotify: (on: boolean) => void
  readonly onNames: (on: boolean) => void
}) {
  const whyNot = () =>
    props.permission === 'none'
      ? t`This browser shows no notifications for pages.`
      : props.permission === 'denied'
        ? t`This browser was told to show none: allow notifications for this site in its settings.`
        : undefined
  const isOn = () => props.notify && props.permission === 'granted'
  return (
    <>
      <Check
        name={t`Notify me of calls while I look elsewhere`}
        on={isOn()}
        whyNot={whyNot()}
        onChange={props.onNotify}
      />
      <Show when={whyNot()}>{(words) => <p>{words()}</p>}</Show>
      <Check
        name={t`With the customer’s name`}
        on={props.names && props.mayName}
        whyNot={props.mayName ? undefined : t`Your administrator keeps names out of notifications.`}
        onChange={props.onNames}
      />
    </>
  )
}
