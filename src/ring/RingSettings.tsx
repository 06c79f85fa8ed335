import { createUniqueId, For, Show } from 'solid-js'
import { t } from '~/language'
import { Button } from '~/ui/Button'
import { Check } from '~/ui/Check'
import { Choice } from '~/ui/Choice'
import type { Device } from './devices'
import styles from './RingSettings.module.css'
import { type RingSettings as Kept, repeats } from './settings'
import { type CallTone, callTones, type Sound, sounds } from './tones'

export interface RingProps {
  readonly settings: Kept
  readonly onChange: (change: Partial<Kept>) => void
  readonly devices: readonly Device[]
  /** Absent where the browser does not ask for one. */
  readonly onOtherDevice: (() => void) | undefined
  readonly onTest: () => void
  /** What the last test did. */
  readonly tested: string
}

const toneWords: Readonly<Record<CallTone, string>> = {
  soft: t`Soft`,
  bright: t`Bright`,
  low: t`Low bells`,
}

const soundWords: Readonly<Record<Sound, string>> = {
  call: t`A call rings`,
  waiting: t`Another call while you talk`,
  message: t`Something else is offered to you`,
  lost: t`Live updates are lost`,
  'not-responding': t`A call was not answered in time`,
}

const repeatWords = (times: number) =>
  times === 0 ? t`Until it is over` : times === 1 ? t`Once` : t`${times} times`

/** How calls ring: how loud, with which tone, how often, where; and what else sounds. */
export function RingSettings(props: RingProps) {
  const device = () => props.settings.device
  /** The chosen one stays to be seen where the browser does not list it. */
  const devices = () => {
    const one = device()
    const isListed = props.devices.some(({ id }) => id === one?.id)
    return one && !isListed ? [...props.devices, one] : props.devices
  }
  const volume = createUniqueId()
  /** With one of them switched. */
  const offWith = (changed: Sound, on: boolean) =>
    sounds.filter((one) => (one === changed ? !on : props.settings.off.includes(one)))
  return (
    <div class={styles.settings}>
      <div class={styles.row}>
        <label for={volume}>{t`Volume`}</label>
        <input
          id={volume}
          class={styles.volume}
          type="range"
          min="0"
          max="100"
          step="5"
          value={props.settings.volume}
          onInput={({ currentTarget }) => props.onChange({ volume: currentTarget.valueAsNumber })}
        />
        <output for={volume}>{t`${props.settings.volume} %`}</output>
      </div>
      <Choice
        label={t`Calls ring with`}
        value={props.settings.tone}
        all={Object.keys(callTones).filter(isTone)}
        words={(tone) => toneWords[tone]}
        onChoose={(tone) => props.onChange({ tone })}
      />
      <Choice
        label={t`They ring`}
        value={props.settings.times}
        all={repeats}
        words={repeatWords}
        onChoose={(times) => props.onChange({ times })}
      />
      <Show
        when={devices().length > 0 || props.onOtherDevice}
        fallback={
          <p class={styles.hint}>
            {t`This browser lets no page choose a device: calls ring where this computer plays its sounds.`}
          </p>
        }
      >
        <Choice
          label={t`On`}
          value={device()?.id ?? ''}
          all={['', ...devices().map(({ id }) => id)]}
          words={(id) =>
            devices().find((one) => one.id === id)?.name ?? t`What this computer plays on`
          }
          onChoose={(id) => props.onChange({ device: devices().find((one) => one.id === id) })}
        />
        <Show when={props.onOtherDevice}>
          {(onOther) => <Button onClick={onOther()}>{t`Choose another device`}</Button>}
        </Show>
      </Show>
      <div class={styles.row}>
        <Button icon="bell" onClick={props.onTest}>{t`Test ring`}</Button>
        <p class={styles.hint} role="status">
          {props.tested}
        </p>
      </div>
      <fieldset class={styles.sounds}>
        <legend>{t`What sounds`}</legend>
        <For each={sounds}>
          {(sound) => (
            <Check
              name={soundWords[sound]}
              on={!props.settings.off.includes(sound)}
              onChange={(on) => props.onChange({ off: offWith(sound, on) })}
            />
          )}
        </For>
      </fieldset>
    </div>
  )
}

const isTone = (name: string): name is CallTone => Object.hasOwn(callTones, name)
