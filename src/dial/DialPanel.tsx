import { createUniqueId, For, type JSX, onCleanup, onMount, Show } from 'solid-js'
import type { Ended } from '~/conversations/ended'
import { t } from '~/language'
import { DestinationPicker } from '~/transfer/DestinationPicker'
import type { RowVerb } from '~/transfer/DestinationRow'
import type { Destination, ToPerson } from '~/transfer/destination'
import { Pane, Room } from '~/ui/Room'
import styles from './DialPanel.module.css'
import { Recent } from './Recent'
import type { DialStore } from './store'

/** A call to be placed: on behalf of whom, to whom, and those that were talked to last. */
export function DialPanel(props: {
  readonly dial: DialStore
  readonly recent: readonly Ended[]
  /** By Genesys Cloud's clock. */
  readonly now: number
  /** Draws somebody's presence. */
  readonly dot: (presence: ToPerson['presence']) => JSX.Element
}) {
  const { dial } = props
  const select = createUniqueId()
  const ids = createUniqueId()
  onMount(dial.open)
  onCleanup(dial.close)

  const isBusy = (to: Destination) => {
    const now = dial.placing()
    return now?.kind === to.kind && now.id === to.id
  }
  const verbs = (to: Destination): readonly RowVerb[] => [
    {
      word: t`Call`,
      name: t`Call ${to.name}`,
      busy: isBusy(to),
      whyNot: isBusy(to)
        ? undefined
        : (dial.whyNotTo(to) ?? (dial.placing() ? t`Another call is being placed` : undefined)),
      onPress: () => void dial.call(to),
    },
  ]

  return (
    <Room title={t`New call`}>
      <Show when={dial.finder()} keyed>
        {(finder) => (
          <Pane label={t`Whom to call`}>
            <div class={styles.behalf}>
              <label for={select}>{t`Call numbers on behalf of`}</label>
              <select
                id={select}
                class={styles.select}
                onInput={(event) => dial.choose(event.currentTarget.value || undefined)}
              >
                <option value="">{t`Nobody: my own call`}</option>
                <For each={dial.queues()}>
                  {({ id, name }) => (
                    <option value={id} selected={id === dial.queueId()}>
                      {name}
                    </option>
                  )}
                </For>
              </select>
              <small class={styles.note}>
                <Show when={dial.trouble()}>
                  {(why) => (
                    <>
                      {t`Your queues could not be read.`} {why()}{' '}
                    </>
                  )}
                </Show>
                {dial.queueId()
                  ? dial.callerId()
                    ? t`After the call comes its wrap-up.`
                    : t`They see the caller id of this queue. After the call comes its wrap-up.`
                  : dial.callerId()
                    ? ''
                    : t`They see the caller id that Genesys Cloud gives you.`}
              </small>
            </div>
            <Show when={dial.callerIds.length > 0}>
              <div class={styles.behalf}>
                <label for={ids}>{t`Caller id`}</label>
                <select
                  id={ids}
                  class={styles.select}
                  onInput={(event) => dial.chooseCallerId(event.currentTarget.value || undefined)}
                >
                  <option value="">{t`Default`}</option>
                  <For each={dial.callerIds}>
                    {({ number, name }) => (
                      <option value={number} selected={number === dial.callerId()?.number}>
                        {name ? `${name}, ${number}` : number}
                      </option>
                    )}
                  </For>
                </select>
              </div>
            </Show>
            <DestinationPicker
              finder={finder}
              dot={props.dot}
              verbs={verbs}
              readonly={dial.placing() !== undefined}
            />
          </Pane>
        )}
      </Show>
      <Recent dial={dial} recent={props.recent} now={props.now} />
    </Room>
  )
}
