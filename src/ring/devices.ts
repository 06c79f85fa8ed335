/** Where the ring sounds: on a device of the agent's choice, where the browser lets a page choose one. */
import { type Accessor, createComputed, createSignal, on, onCleanup } from 'solid-js'
import { t } from '~/language'
import type { Shared } from '~/storage/shared'
import type { Player } from './player'
import type { RingSettings } from './settings'

export interface Device {
  readonly id: string
  readonly name: string
}

export interface Devices {
  /** Those whose names the browser tells. */
  readonly all: Accessor<readonly Device[]>
  /** Has the browser ask for another one, where it does; in a press alone. */
  readonly ask: (() => Promise<Device | undefined>) | undefined
}

/** What some browsers have and some have not. */
interface Leadable {
  setSinkId?(id: string): Promise<void>
}
interface Choosing {
  selectAudioOutput?(): Promise<MediaDeviceInfo>
}

export function createDevices(parts: {
  readonly player: Player
  readonly settings: Shared<RingSettings>
  /** The chosen one is not there any more. */
  readonly onGone: (words: string) => void
}): Devices {
  const { player, settings } = parts
  const media: (MediaDevices & Choosing) | undefined = navigator.mediaDevices
  const [all, setAll] = createSignal<readonly Device[]>([])
  const chosen = () => settings.now().device

  async function look() {
    const found = await media?.enumerateDevices().catch(() => [])
    const outputs = found?.filter(({ kind }) => kind === 'audiooutput') ?? []
    setAll(outputs.flatMap(({ deviceId: id, label: name }) => (id && name ? { id, name } : [])))
  }

  /** Back on the standard one, and said: a ring that nobody hears is worse than one in the wrong place. */
  async function lead() {
    const to = chosen()
    if (await player.lead(leadTo(to?.id ?? ''))) return
    if (!to || to.id !== chosen()?.id) return
    await player.lead(leadTo(''))
    parts.onGone(t`${to.name} is not there: calls ring where this computer plays its sounds.`)
  }

  function changed() {
    void look()
    if (chosen()) void lead()
  }
  createComputed(
    on(
      () => chosen()?.id,
      (id, before) => (id || before) && void lead(),
    ),
  )
  void look()
  media?.addEventListener('devicechange', changed)
  onCleanup(() => media?.removeEventListener('devicechange', changed))

  // Whoever has that can also lead the sound there.
  const ask = media?.selectAudioOutput && choose
  async function choose(): Promise<Device | undefined> {
    try {
      const device = await media?.selectAudioOutput?.()
      return device && { id: device.deviceId, name: device.label }
    } catch {
      return undefined
    }
  }
  return { all, ask }
}

/** By the audio itself where it can, else by an element that plays what it makes. Nothing: the standard one. */
const leadTo = (id: string) => async (context: AudioContext & Leadable) => {
  if (context.setSinkId) {
    await context.setSinkId(id)
    return context.destination
  }
  if (!id) return context.destination
  const made = context.createMediaStreamDestination()
  const element = new Audio()
  element.srcObject = made.stream
  await element.setSinkId(id)
  await element.play()
  return made
}
