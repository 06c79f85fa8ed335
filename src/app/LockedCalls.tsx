import { createMemo, For, Show } from 'solid-js'
import { CallControls } from '~/conversations/CallControls'
import { alertingControl } from '~/conversations/controls'
import type { Conversation } from '~/conversations/conversation'
import { controlWords, phaseWords } from '~/conversations/words'
import { Button } from '~/ui/Button'
import { duration } from '~/ui/duration'
import type { Desk } from './desk'
import styles from './LockedCalls.module.css'
import { type Numbered, numbered, ringingWords } from './locked'
import { whyNotCall } from './rights'

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
  return (
    <>
      <Show when={all().length > 0}>
        <ul class={styles.calls} aria-label="Calls">
          <For each={all()}>
            {({ id, number }) => (
              <Show when={conversations.get(id)}>
                {(one) => (
                  <li class={styles.call} data-phase={one().phase}>
                    <Row desk={props.desk} call={one()} name={`Call ${number}`} now={props.now} />
                  </li>
                )}
              </Show>
            )}
          </For>
        </ul>
      </Show>
      <p class="sr" aria-live="assertive">
        {ringingWords(conversations.alerting().length)}
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
  const pending = () => desk.pending(props.call.id)
  return (
    <>
      <p class={styles.about}>
        <b>{props.name}</b>
        <span class={styles.state}>{phaseWords[props.call.phase]}</span>
        <Show when={props.call.mine?.muted && props.call.phase !== 'alerting'}>
          <span>Muted</span>
        </Show>
        <time>{duration(props.now - props.call.since)}</time>
      </p>
      <Show
        when={props.call.phase === 'alerting'}
        fallback={
          <CallControls
            name={props.name}
            conversation={props.call}
            pending={pending()}
            whyNot={desk.whyNot()}
            lacks={whyNotCall(desk)}
            onPress={(verb) => verb !== 'transfer' && desk.calls.change(verb, props.call)}
          />
        }
      >
        <div class={styles.verbs} role="toolbar" aria-label={props.name}>
          <For each={['decline', 'answer'] as const}>
            {(verb) => (
              <Button
                kind={verb === 'answer' ? 'go' : 'plain'}
                icon={controlWords[verb].icon}
                busy={pending().includes(verb)}
                whyNot={
                  desk.whyNot() ?? whyNotCall(desk) ?? alertingControl(verb, pending()).whyNot
                }
                onClick={() => desk.calls.change(verb, props.call)}
              >
                {controlWords[verb].word}
              </Button>
            )}
          </For>
        </div>
      </Show>
    </>
  )
}
