import { For } from 'solid-js'
import { t } from '~/language'
import { Button } from '~/ui/Button'
import { duration } from '~/ui/duration'
import styles from './ConsultBar.module.css'
import type { Consultation, Press, SideName } from './consultation'

/** Whoever consults sees two rows: who hears them, who waits and how long, and what can be done. */
export function ConsultBar(props: {
  readonly consultation: Consultation
  /** By Genesys Cloud's clock, as the times of calls are. */
  readonly now: number
  /** Why nothing can be ordered at all. */
  readonly whyNot: string | undefined
  /** Why the agent's role does not let their part end. */
  readonly lacks: string | undefined
  readonly onTurn: (side: SideName) => void
  readonly onBoth: () => void
  readonly onComplete: () => void
  readonly onCancel: () => void
}) {
  const given = (press: Press) => ({
    busy: press.pending,
    whyNot: props.whyNot ?? press.whyNot,
  })
  const one = () => props.consultation
  return (
    <section class={styles.bar} aria-label={t`Consult`}>
      <ul class={styles.sides}>
        <For each={['customer', 'consulted'] as const}>
          {(name, index) => {
            const side = () => one().sides[index() === 0 ? 0 : 1]
            return (
              <li class={styles.side} data-tone={side().tone}>
                <span class={styles.name}>
                  {side().name}
                  <small>{name === 'customer' ? t`Customer` : t`Consulted`}</small>
                </span>
                <span class={styles.state}>
                  {side().state}
                  <time>{duration(props.now - (side().since ?? props.now))}</time>
                </span>
                <Button
                  icon={side().held ? 'resume' : 'hold'}
                  on={side().held}
                  name={`${side().held ? t`Resume` : t`Hold`} ${side().name}`}
                  {...given(side().press)}
                  onClick={() => props.onTurn(name)}
                >
                  {side().held ? t`Resume` : t`Hold`}
                </Button>
              </li>
            )
          }}
        </For>
      </ul>
      <div class={styles.verbs}>
        <Button {...given(one().both)} onClick={props.onBoth}>{t`Talk to both`}</Button>
        <Button
          kind="primary"
          {...given(one().complete)}
          whyNot={props.whyNot ?? props.lacks ?? one().complete.whyNot}
          onClick={props.onComplete}
        >{t`Complete transfer`}</Button>
        <Button {...given(one().cancel)} onClick={props.onCancel}>{t`Cancel consult`}</Button>
      </div>
    </section>
  )
}
