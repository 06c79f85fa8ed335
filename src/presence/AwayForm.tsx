import { createUniqueId, Show } from 'solid-js'
import type { OutOfOffice } from '~/genesys/wirepeople'
import { t } from '~/language'
import { Button } from '~/ui/Button'
import styles from './AwayForm.module.css'
import { type Absence, awayWords } from './absence'

/** Out of office: what it is, and begun or ended. */
export function AwayForm(props: {
  readonly away: OutOfOffice | undefined
  readonly absence: Absence
  /** Ordered, and not confirmed. */
  readonly busy: boolean
  readonly whyNot: string | undefined
  readonly now: number
  readonly moment: (at: number) => string
}) {
  const id = createUniqueId()
  const until = () => props.absence.typed()
  /** As of this machine's time zone; nothing while the box is empty. */
  const end = () => (until() === '' ? undefined : new Date(until()).getTime())
  const whyNot = () => {
    const at = end()
    return (
      props.whyNot ?? (at !== undefined && !(at > props.now) ? t`That time is over` : undefined)
    )
  }
  return (
    <section class={styles.away} aria-label={t`Out of office`}>
      <Show
        when={awayWords(props.away, props.moment)}
        fallback={
          <>
            <label for={id}>{t`Out of office until`}</label>
            <input
              id={id}
              type="datetime-local"
              value={until()}
              onInput={(event) => props.absence.type(event.currentTarget.value)}
            />
            <Button busy={props.busy} whyNot={whyNot()} onClick={() => props.absence.begin(end())}>
              {until() === '' ? t`Out of office until I end it` : t`Out of office until then`}
            </Button>
          </>
        }
      >
        {(words) => (
          <>
            <b>{words()}</b>
            <Button busy={props.busy} whyNot={props.whyNot} onClick={props.absence.end}>
              {t`I am back`}
            </Button>
          </>
        )}
      </Show>
      <p>{t`Colleagues see it. No call is kept from you by it: for that, go off queue.`}</p>
    </section>
  )
}
