import type { OpenSocket } from '~/engine/socket'
import type { Connection } from '~/protocol/protocol'
import { createManualClock } from '../../manual-clock'
import { control } from '../emulator/visitor'
import { createStage, type Page } from './stage'

/** An agent signed in; the engine's waiting is moved by hand, the network is real. */
export async function openListening(openSocket?: OpenSocket) {
  const clock = createManualClock()
  const stage = await createStage({ clock, ...(openSocket ? { openSocket } : {}) })
  const page = await stage.page()
  await stage.signIn(page)
  const me = (await page.send({ kind: 'ask', operation: 'getMe', params: {} })) as { id: string }
  const { emulator } = stage
  return {
    stage,
    clock,
    page,
    emulator,
    userId: me.id,
    listen: () => page.send({ kind: 'listen', userId: me.id }),
    drop: () => control(emulator, 'POST', '/sockets/drop', {}),
    say: (frame: unknown) => {
      const text = typeof frame === 'string' ? frame : JSON.stringify(frame)
      return control(emulator, 'POST', '/sockets/send', { text })
    },
  }
}

/** What the page was told of the socket, in its order. */
export function states(page: Page): Connection['state'][] {
  return page.messages.flatMap((one) => (one.kind === 'connection' ? [one.connection.state] : []))
}
