import { type JSX, Show } from 'solid-js'
import { t } from '~/language'
import { AwayForm } from '~/presence/AwayForm'
import { NextPresence } from '~/presence/NextPresence'
import { routingWords, whoWords } from '~/presence/words'
import type { SignedIn } from '~/protocol/protocol'
import { duration } from '~/ui/duration'
import type { Desk } from './desk'
import { phoneOf, whyNotAnswer } from './phone'
import { whyNotQueue } from './rights'
import styles from './StatusCard.module.css'
import { moment } from './statuswords'
import type { Tasks } from './tasks'

/** Four facts that are easily taken for one another, each with its word, since when, and whose doing it is. */
export function StatusCard(props: {
  readonly desk: Desk
  readonly tasks: Tasks | undefined
  readonly session: SignedIn
  /** By Genesys Cloud's clock. */
  readonly now: number
}) {
  const { desk } = props
  const { presence, me } = desk
  const status = () => props.tasks?.status
  const whose = () => {
    const who = status()?.changes.who()
    if (who === 'source') return t`Set by ${presence.current()?.source ?? ''}`
    return who && whoWords[who]
  }
  const lasting = (since: number) =>
    t`${duration(props.now - since)}, since ${moment(since, props.now)}`
  return (
    <div class={styles.card}>
      <dl class={styles.facts}>
        <Fact name={t`Presence`} word={presence.label()}>
          <Show when={presence.current()}>{(now) => <Line>{lasting(now().since)}</Line>}</Show>
          <Line>{whose()}</Line>
          <Show when={presence.wanted()}>
            {(wanted) => <Line>{t`${wanted().label} is ordered, and not confirmed yet`}</Line>}
          </Show>
          <Show when={status()?.next.label()}>
            {(label) => <Line>{t`→ ${label()} after this call`}</Line>}
          </Show>
        </Fact>
        <Fact
          name={t`Routing status`}
          word={routingWords[presence.routing()?.status ?? 'other'][0]}
        >
          <Show when={presence.routing()}>
            {(now) => (
              <>
                <Line>{lasting(now().since)}</Line>
                <Line>{routingWords[now().status][1]}</Line>
              </>
            )}
          </Show>
          <Line>{t`Always set by Genesys Cloud`}</Line>
        </Fact>
        <Fact name={t`Phone`} word={phoneWord(desk)}>
          <Line>{whyNotAnswer(desk)}</Line>
        </Fact>
        <Fact name={t`Sign-in`} word={loginWord(props.session, desk)}>
          <Line>{t`As ${me.name}`}</Line>
        </Fact>
      </dl>
      <Show when={desk.conversations.ids().length > 0 && status()}>
        {(one) => (
          <NextPresence
            label={t`After this call`}
            presence={presence}
            next={one().next}
            whyNotQueue={whyNotQueue(desk)}
          />
        )}
      </Show>
      <Show when={status()}>
        {(one) => (
          <AwayForm
            away={presence.away()}
            absence={one().absence}
            busy={desk.pending(me.id).includes('out-of-office')}
            whyNot={desk.whyNot()}
            now={props.now}
            moment={(at) => moment(at, props.now)}
          />
        )}
      </Show>
    </div>
  )
}

function Fact(props: {
  readonly name: string
  readonly word: string
  readonly children: JSX.Element
}) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>
        <b>{props.word}</b>
        {props.children}
      </dd>
    </div>
  )
}

function Line(props: { readonly children: JSX.Element }) {
  return <Show when={props.children}>{(text) => <span>{text()}</span>}</Show>
}

function phoneWord(desk: Desk): string {
  const phone = phoneOf(desk)
  if (!phone) return t`Not known yet`
  return phone.station?.name ?? t`None chosen`
}

function loginWord({ standing, lock }: SignedIn, desk: Desk): string {
  if (standing.state === 'ended') return t`Ended: sign in again`
  if (lock.state === 'locked') return t`Locked`
  if (standing.state !== 'ending') return t`Signed in`
  return t`Ends at ${moment(standing.endsAt, desk.means.clock.now())}`
}
