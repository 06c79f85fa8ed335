import { createUniqueId, For, type JSX, Show } from 'solid-js'
import { bounds } from '~/genesys/bounds'
import { t } from '~/language'
import { Button } from '~/ui/Button'
import { Panel } from '~/ui/Panel'
import { DestinationPicker } from './DestinationPicker'
import type { RowVerb } from './DestinationRow'
import { type Destination, keyOf, type ToPerson } from './destination'
import type { Finder } from './finder'
import styles from './TransferPanel.module.css'
import type { Intent, Transfer } from './transfer'
import { UndoStrip } from './UndoStrip'
import { undoTimes } from './undo'

const titles: Readonly<Record<Intent, string>> = {
  transfer: t`Transfer`,
  consult: t`Consult`,
  invite: t`Add to the call`,
}

/** What is done with a row; not all of it everywhere. */
export interface WhyNot {
  readonly transfer: string | undefined
  readonly consult: string | undefined
  readonly invite: string | undefined
}

/** Where the call is to go, who is to be asked about it, or who is to join it. */
export function TransferPanel(props: {
  readonly transfer: Exclude<Transfer, { step: 'closed' | 'offered' }>
  readonly finder: Finder
  /** Draws somebody's presence. */
  readonly dot: (presence: ToPerson['presence']) => JSX.Element
  /** Why none of it can be done with it now. */
  readonly whyNot: (to: Destination) => WhyNot
  readonly note: string
  /** Seconds in which a transfer can be taken back. */
  readonly undoSeconds: number
  /** By this machine's clock, as the time to take it back is. */
  readonly now: number
  readonly onNote: (note: string) => void
  readonly onUndoSeconds: (seconds: number) => void
  readonly onIntent: (intent: Intent) => void
  readonly onSend: (to: Destination, as: Intent) => void
  readonly onSendNow: () => void
  readonly onUndo: () => void
  readonly onClose: () => void
}) {
  const intents = createUniqueId()
  let panel: HTMLDivElement | undefined
  const leaving = () => (props.transfer.step === 'leaving' ? props.transfer : undefined)
  const busyWith = () => (props.transfer.step === 'choosing' ? undefined : props.transfer)
  const isOnItsWay = () => props.transfer.step === 'sending'

  function verb(to: Destination, as: Intent, word: string, name: string, lacks?: string): RowVerb {
    const now = busyWith()
    const doing = now?.step === 'sending' ? now.as : 'transfer'
    const isIt = now !== undefined && keyOf(now.to) === keyOf(to) && doing === as
    return {
      word,
      name,
      kind: props.transfer.intent === as ? 'primary' : 'plain',
      busy: isIt && now?.step !== 'leaving',
      whyNot: lacks ?? (now && !isIt ? t`Another transfer is on its way` : undefined),
      onPress: () => props.onSend(to, as),
    }
  }
  const verbs = (to: Destination): readonly RowVerb[] => {
    const { transfer, consult, invite } = props.whyNot(to)
    if (props.transfer.intent === 'invite')
      return [verb(to, 'invite', t`Add`, t`Add ${to.name} to the call`, invite)]
    return [
      verb(to, 'transfer', t`Transfer`, t`Transfer to ${to.name}`, to.whyNot ?? transfer),
      verb(to, 'consult', t`Consult`, t`Consult ${to.name}`, consult),
    ]
  }

  /** Back to the row that was pressed. */
  function undo(name: string) {
    props.onUndo()
    const row = panel?.querySelector<HTMLElement>(
      `[aria-label="${CSS.escape(t`Transfer to ${name}`)}"]`,
    )
    ;(row ?? panel?.querySelector<HTMLElement>('input[type=search]'))?.focus()
  }

  return (
    <Panel
      title={titles[props.transfer.intent]}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        const now = leaving()
        if (now) undo(now.to.name)
        else props.onClose()
      }}
      action={
        <Button
          kind="quiet"
          icon="close"
          name={t`Close transfer`}
          whyNot={isOnItsWay() ? t`The transfer is on its way` : undefined}
          onClick={props.onClose}
        />
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the second click of a double click takes no focus away. */}
      <div
        ref={panel}
        class={styles.panel}
        onMouseDown={(event) => {
          if (event.detail > 1 && leaving()) event.preventDefault()
        }}
      >
        <div role="status" class={styles.status}>
          <Show when={leaving()}>
            {(now) => (
              <UndoStrip
                name={now().to.name}
                ms={now().ms}
                leftMs={now().until - props.now}
                onSendNow={props.onSendNow}
                onUndo={() => undo(now().to.name)}
              />
            )}
          </Show>
        </div>
        <div class={styles.intents} role="radiogroup" aria-label={t`What to do with the call`}>
          <For each={['transfer', 'consult', 'invite'] as const}>
            {(intent) => (
              <label>
                <input
                  type="radio"
                  name={intents}
                  checked={props.transfer.intent === intent}
                  disabled={busyWith() !== undefined}
                  onChange={() => props.onIntent(intent)}
                />
                {titles[intent]}
              </label>
            )}
          </For>
        </div>
        <DestinationPicker
          finder={props.finder}
          dot={props.dot}
          verbs={verbs}
          readonly={busyWith() !== undefined}
        />
        <Show when={props.transfer.intent !== 'invite'}>
          <label class={styles.note}>
            {t`Note for whoever takes the call`}
            <input
              type="text"
              autocomplete="off"
              maxlength={bounds.note}
              readonly={busyWith() !== undefined}
              value={props.note}
              onInput={(event) => props.onNote(event.currentTarget.value)}
            />
          </label>
          <label class={styles.setting}>
            {t`Time to undo a transfer`}
            <select
              disabled={busyWith() !== undefined}
              value={props.undoSeconds}
              onChange={(event) => props.onUndoSeconds(Number(event.currentTarget.value))}
            >
              <For each={undoTimes}>
                {(seconds) => (
                  <option value={seconds}>{seconds === 0 ? t`None` : t`${seconds} s`}</option>
                )}
              </For>
            </select>
          </label>
        </Show>
      </div>
    </Panel>
  )
}
