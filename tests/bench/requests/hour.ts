/** Hours of an agent's shift, compressed: what of them Genesys Cloud is asked. */

import type { Clock } from '~/clock'
import { startEmulator } from '../../contract/emulator'
import type { Entry } from '../../emulator/journal'
import { createManualClock } from '../../manual-clock'
import { control, signIn } from '../../unit/emulator/visitor'
import type { Scene } from '../../unit/truth/scene'

/** What one person's program asked in one hour. */
export interface Asked {
  readonly requests: number
  /** Asked for no other reason than that the sign-in stays; not among the requests. */
  readonly keepAlives: number
  readonly tooMany: number
  /** The most that came within any minute. */
  readonly busiest: number
  readonly byOperation: Readonly<Record<string, number>>
}

type Counted = Pick<Scene, 'control' | 'pass'> & { readonly clock: Pick<Clock, 'now'> }

const hour = 3_600_000
const minute = 60_000

/** The hour that `happens` fills, as the emulator counts it. */
export async function countHour(
  { control, clock, pass }: Counted,
  userId: string,
  happens: () => Promise<void> = async () => {},
): Promise<Asked> {
  await control('DELETE', '/requests')
  const end = clock.now() + hour
  await happens()
  if (clock.now() > end) throw new Error('It took more than an hour.')
  await pass(end - clock.now())
  const all: Entry[] = await control('GET', '/requests')
  const mine = all.filter((one) => one.userId === userId && one.path.startsWith('/api/'))
  const asked = mine.filter(({ operation }) => operation !== 'getTokensMe')
  const byOperation: Record<string, number> = {}
  for (const { operation } of asked) byOperation[operation] = (byOperation[operation] ?? 0) + 1
  const within = ({ time }: Entry) =>
    mine.filter((other) => other.time >= time && other.time < time + minute).length
  return {
    requests: asked.length,
    keepAlives: mine.length - asked.length,
    tooMany: mine.filter(({ status }) => status === 429).length,
    busiest: Math.max(0, ...mine.map(within)),
    byOperation,
  }
}

/** Thirty calls, one every two minutes. */
export async function work(scene: Scene): Promise<void> {
  const { desk, clock } = scene
  desk.presence.setOnQueue(true)
  await scene.pass(1_000)
  for (let call = 0; call < 30; call++) {
    const end = clock.now() + 115_000
    await serve(scene, call)
    if (call % 5 === 4) await takeBreak(scene)
    await scene.pass(Math.max(0, end - clock.now()))
  }
}

/** A call is answered, held, resumed, transferred or ended, and wrapped up. */
async function serve(scene: Scene, call: number) {
  const { desk, pass, transfers, wrapup } = scene
  const id = await scene.customerCalls()
  await pass(4_000)
  const now = () => {
    const found = desk.conversations.get(id)
    if (!found) throw new Error(`The desk does not know call ${call}.`)
    return found
  }
  for (const verb of ['answer', 'hold', 'resume'] as const) {
    scene.calls.change(verb, now())
    await pass(12_000)
  }
  if (call % 3 === 0) await transfer(scene, id)
  else {
    // Looked for somebody, and thought better of it.
    if (call % 3 === 1) await search(scene, id, ['b', 'be', 'ben'])
    transfers.close(id)
    await scene.control('POST', `/conversations/${id}/hangup`)
  }
  await pass(1_000)
  if (now().phase !== 'wrapup') throw new Error(`Call ${call} owes no wrap-up.`)
  await wrapup.load(now())
  const codes = wrapup.codes(now().mine)
  if (codes.state !== 'ready' || !codes.codes[0]) throw new Error('There are no codes.')
  wrapup.choose(id, codes.codes[0])
  wrapup.write(id, 'Wants the invoice by post')
  await pass(15_000)
  void wrapup.submit(now())
  await pass(1_000)
  if (desk.conversations.get(id)) throw new Error(`Call ${call} has not left.`)
}

/** Typed as fast as people type, with a pause at the end. */
async function search(scene: Scene, id: string, texts: readonly string[]) {
  scene.transfers.open(id)
  for (const text of texts) {
    scene.transfers.finder(id)?.type(text)
    await scene.pass(120)
  }
  await scene.pass(1_000)
}

async function transfer(scene: Scene, id: string) {
  await search(scene, id, ['r', 're', 'rep'])
  const now = scene.transfers.finder(id)?.now()
  const one = scene.desk.conversations.get(id)
  const queue = now?.found.last.find(({ kind }) => kind === 'queue')
  if (!queue || !one) throw new Error('There is no queue to transfer to.')
  void scene.transfers.send(one, queue)
  // It could still be taken back.
  await scene.pass(5_000)
}

async function takeBreak({ desk, pass }: Scene) {
  const pause = desk.presence.choices().find(({ system }) => system === 'break')
  if (!pause) throw new Error('There is no break.')
  desk.presence.choose(pause)
  await pass(2_000)
  desk.presence.setOnQueue(true)
  await pass(2_000)
}

/** What a page does that listens to nothing: conversations every 5 s, its own status every 15 s. */
export async function poll(): Promise<Asked> {
  const clock = createManualClock()
  const emulator = await startEmulator({ clock })
  const { ask, userId } = await signIn(emulator)
  const expectOk = async (path: string) => {
    const { status } = await ask('GET', path)
    if (status !== 200) throw new Error(`The poller got ${status}.`)
  }
  const scene: Counted = {
    clock,
    control: async (...asked) => (await control(emulator, ...asked)).body,
    pass: async (ms) => clock.advance(ms),
  }
  const asked = await countHour(scene, userId, async () => {
    for (let second = 0; second < 3_600; second += 5) {
      await expectOk('/conversations')
      if (second % 15 === 0) await expectOk('/users/me?expand=presence,routingStatus')
      clock.advance(5_000)
    }
  })
  await emulator.stop()
  return asked
}
