/** The keypad of one call: its keys, who hears them, and whether it is open. */
import { createEffect, createSignal } from 'solid-js'
import type { Clock } from '~/clock'
import type { CallCommands } from './commands'
import { controlsFor, type Lacks } from './controls'
import type { Conversation } from './conversation'
import { createKeys } from './digits'
import { heardBy } from './hearing'

export function createKeypad(parts: {
  readonly clock: Clock
  readonly calls: Pick<CallCommands, 'digits'>
  readonly conversation: () => Conversation
  readonly lacks: () => Lacks
  /** Why nothing can be ordered at all; or nobody may see what was typed. */
  readonly whyNot: () => string | undefined
  readonly isHidden: () => boolean
}) {
  const { conversation } = parts
  const [opened, setOpened] = createSignal(false)
  const keys = createKeys({
    clock: parts.clock,
    async send(digits, pressedAt) {
      const { id } = conversation()
      const to = heardBy(conversation())
      if (!to) return 'nobody'
      const { state } = await parts.calls.digits(id, to, digits, pressedAt)
      return state.step === 'confirmed' ? 'taken' : 'told'
    },
  })
  const whyNot = () => {
    const control = controlsFor(conversation(), [], parts.lacks()).find(
      ({ verb }) => verb === 'keypad',
    )
    return parts.whyNot() ?? control?.whyNot
  }
  // Whoever looks at a locked desk, or at another call, reads no card number.
  createEffect(() => parts.isHidden() && setOpened(false))
  return {
    keys,
    opened,
    whyNot,
    toggle: () => setOpened((before) => !before),
    close: () => setOpened(false),
  }
}
