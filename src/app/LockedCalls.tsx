import { createMemo, For, Show } from 'solid-js'
import { alertingControl, alertingWords } from '~/conversations/alerting'
import { CallControls } from '~/conversations/CallControls'
import { CallMarks } from '~/conversations/CallMarks'
import { createKeypad } from '~/conversations/callkeys'
import { createCallCommands } from '~/conversations/commands'
import type { CallVerb, Place } from '~/conversations/controls'
import type { Conversation } from '~/conversations/conversation'
import { Keypad } from '~/conversations/Keypad'
import { phaseWords } from '~/conversations/words'
import { t } from '~/language'
import { Button } from '~/ui/Button'
import { duration } from '~/ui/duration'
import { lacksOf } from './callrights'
import type { Desk } from './desk'
import styles from './LockedCalls.module.css'
import { type Numbered, numbered, ringingWords } from './locked'
import { whyNotAnswer } from './phone'
import { whyNotCall } from './rights'

/** To whom a call may go is a customer's matter, and nobody can be searched. */
const hidden: readonly Place[] = ['transfer', 'consult']

/** Everything that rings or is talked, by a number instead of a name. */
export function LockedCalls(props: { readonly desk: Desk; readonly now: number }) {
  const { conversations } = props.desk
  const all = createMemo<readonly Numbered[]>(
    (before) =>
      numbered(
        before,
        conversations.ids().flatMap((id) => conversations.get(id) ?? []),
      ),
    [],
  )
  /** One that has ended is no reason to tell of the others again. */
  const announcement = createMemo<{ readonly count: number; readonly words: string }>(
    ({ count: before, words }) => {
      const count = conversations.alerting().length
      return { count, words: count > before || count === 0 ? ringingWords(count) : words }
    },
    { count: 0, words: '' },
  )
  return (
    <>
      <Show when={all().length > 0}>
        <ul class={styles.calls} aria-label={t`Calls`}>
          <For each={all()}>
            {({ id, number }) => (
              <Show when={conversations.get(id)}>
                {(one) => (
                  <li class={styles.call} data-phase={one().phase}>
                    <Row desk={props.desk} call={one()} name={t`Call ${number}`} now={props.now} />
                  </li>
                )}
              </Show>
            )}
          </For>
        </ul>
      </Show>
      <p class="sr" aria-live="assertive">
        {announcement().words}
      </p>
    </>
  )
}

function Row(props: {
  readonly desk: Desk
  readonly call: Conversation
  readonly name: string
  readonly now: number
}) {
  const { desk } = props
  const calls = createCallCommands(desk.means)
  const pending = () => desk.pending(props.call.id)
  let row: HTMLDivElement | undefined
  const keypad = createKeypad({
    ...{ clock: desk.means.clock, calls, whyNot: desk.whyNot },
    conversation: () => props.call,
    lacks: () => lacksOf(desk),
    isHidden: () => !desk.locked(),
  })
  function press(verb: CallVerb) {
    switch (verb) {
      case 'keypad':
        return keypad.toggle()
      case 'transfer':
      case 'consult':
      case 'invite':
        return
      default:
        return calls.change(verb, props.call)
    }
  }
  function closeKeypad() {
    keypad.close()
    row?.querySelector<HTMLElement>('[aria-expanded]')?.focus()
  }
  const whyNot = (verb: 'answer' | 'decline') =>
    desk.whyNot() ??
    whyNotCall(desk) ??
    (verb === 'answer' ? whyNotAnswer(desk) : undefined) ??
    alertingControl(verb, pending()).whyNot
  return (
    <>
      <p class={styles.about}>
        <b>{props.name}</b>
        <span class={styles.state}>{phaseWords[props.call.phase]}</span>
        <Show when={props.call.mine?.muted && props.call.phase !== 'alerting'}>
          <span>{t`Muted`}</span>
        </Show>
        <time>{duration(props.now - props.call.since)}</time>
      </p>
      <Show
        when={props.call.phase === 'alerting'}
        fallback={
          <>
            <CallControls
              ref={(toolbar) => {
                row = toolbar
              }}
              name={props.name}
              conversation={props.call}
              pending={pending()}
              whyNot={desk.whyNot()}
              lacks={lacksOf(desk)}
              without={hidden}
              opened={keypad.opened() ? 'keypad' : undefined}
              onPress={press}
            />
            <CallMarks conversation={props.call} />
            <Show when={keypad.opened()}>
              <Keypad
                name={t`Keypad, ${props.name}`}
                keys={keypad.keys}
                whyNot={keypad.whyNot()}
                onClose={closeKeypad}
              />
            </Show>
          </>
        }
      >
        <Show when={whyNotAnswer(desk)}>{(words) => <p class={styles.phone}>{words()}</p>}</Show>
        <div class={styles.verbs} role="toolbar" aria-label={props.name}>
          <For each={['decline', 'answer'] as const}>
            {(verb) => (
              <Button
                kind={verb === 'answer' ? 'go' : 'plain'}
                icon={alertingWords[verb].icon}
                action={verb}
                busy={pending().includes(verb)}
                whyNot={whyNot(verb)}
                onClick={() => calls.change(verb, props.call)}
              >
                {alertingWords[verb].word}
              </Button>
            )}
          </For>
        </div>
      </Show>
    </>
  )
}
