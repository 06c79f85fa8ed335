import { createMemo, Match, Switch } from 'solid-js'
import { consultOf } from '~/conversations/consult'
import { t } from '~/language'
import { ConsultBar } from '~/transfer/ConsultBar'
import { consultationOf, isConference } from '~/transfer/consultation'
import { OfferBar } from '~/transfer/OfferBar'
import { offerIn } from '~/transfer/offers'
import { Said } from '~/transfer/Said'
import { whyNotCall } from './rights'
import type { OpenProps } from './Task'

/** Who else has a part in the open call: a consult of the agent's, one they are asked in, or an offered transfer. */
export function Sides(props: OpenProps) {
  const { desk, tasks } = props
  const one = () => props.conversation
  const pending = () => tasks.underWay(one().id)
  const mayNot = () => desk.whyNot() ?? whyNotCall(desk)
  const consultation = createMemo(() => consultationOf(one(), pending()))
  const offer = createMemo(() => offerIn(one()))
  const asked = createMemo(() => {
    const consult = consultOf(one())
    if (consult?.role !== 'consulted') return undefined
    const { initiator, customer } = consult
    return t`${initiator.name} asks you about ${customer.name}. The call is theirs: End call takes only you out of it.`
  })
  return (
    <Switch>
      <Match when={consultation()}>
        {(consult) => (
          <ConsultBar
            consultation={consult()}
            now={props.now}
            whyNot={desk.whyNot()}
            lacks={whyNotCall(desk)}
            onTurn={(side) => tasks.consults.turn(one().id, side)}
            onBoth={() => tasks.consults.talkToBoth(one().id)}
            onComplete={() => tasks.consults.complete(one().id)}
            onCancel={() => tasks.consults.cancel(one().id)}
          />
        )}
      </Match>
      <Match when={offer()}>
        {(waiting) => (
          <OfferBar
            offer={waiting()}
            now={props.now}
            pending={pending().some(({ verb }) => verb === 'cancel-transfer')}
            whyNot={mayNot()}
            onCancel={() => tasks.offers.cancel(one())}
          />
        )}
      </Match>
      <Match when={asked()}>{(words) => <Said words={words()} />}</Match>
      <Match when={isConference(one())}>
        <Said words={t`This is a conference. End call takes you out of it; the others talk on.`} />
      </Match>
    </Switch>
  )
}
