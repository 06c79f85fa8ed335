import { createEffect, createSignal, createUniqueId, onMount, Show } from 'solid-js'
import { t } from '~/language'
import { isOver } from '~/ledger/command'
import { createStationFinder } from '~/phone/finder'
import { PhonePane } from '~/phone/PhonePane'
import { StationList } from '~/phone/StationList'
import { type PhoneVerb, phoneVerbs } from '~/phone/store'
import { focusIfLost } from '~/ui/focus'
import { RoleLacks } from './RoleLacks'
import { whyNot } from './rights'
import type { RoomProps } from './rooms'

const operations = {
  station: 'chooseStation',
  'release-station': 'releaseStation',
  'default-station': 'setDefaultStation',
  'clear-default-station': 'clearDefaultStation',
} as const satisfies Record<PhoneVerb, string>

/** The agent's phone, and the choice of another one. */
export function PhonePart(props: Pick<RoomProps, 'desk' | 'tasks'>) {
  const { desk, tasks } = props
  const { me, means, conversations } = desk
  const { phone } = tasks
  const opener = createUniqueId()
  const [choosing, setChoosing] = createSignal(false)
  onMount(() => void phone.read())

  const underWay = () =>
    desk
      .commands()
      .findLast(({ verb, state }) => phoneVerbs.some((one) => one === verb) && !isOver(state))
  const busy = (verb: PhoneVerb) => underWay()?.verb === verb
  /** A call stays where it is; its phone goes with the agent. */
  const inCall = () => {
    if (conversations.live()) return t`Not during a call: its phone would be taken from it`
    return conversations.alerting().length > 0 ? t`Not while a call rings` : undefined
  }
  const why = (verb: PhoneVerb) =>
    desk.whyNot() ??
    whyNot(desk, operations[verb]) ??
    inCall() ??
    (underWay() && !busy(verb) ? t`Your phone is being changed` : undefined)
  const wanted = () => {
    const command = underWay()
    return command?.verb === 'station' ? command.which : undefined
  }

  function close() {
    setChoosing(false)
    // Once the choice is gone, with the focus or without it: what is being done elsewhere is left alone.
    queueMicrotask(() => focusIfLost(document.getElementById(opener) ?? undefined))
  }
  // What was chosen here is so: the choice has done its work.
  createEffect<string | undefined>((before) => {
    if (before && !wanted() && phone.own()?.associated?.id === before) close()
    return wanted()
  })

  return (
    <PhonePane
      phone={phone}
      choosing={choosing()}
      whyNot={why}
      busy={busy}
      opener={opener}
      onChoose={() => (choosing() ? close() : setChoosing(true))}
    >
      <RoleLacks desk={desk} operations={Object.values(operations)} />
      <Show when={choosing()}>
        <StationList
          finder={createStationFinder({ ask: means.ask, clock: means.clock, me: me.id })}
          current={phone.own()?.associated?.id}
          wanted={wanted()}
          whyNot={why('station')}
          onUse={phone.choose}
          onClose={close}
        />
      </Show>
    </PhonePane>
  )
}
