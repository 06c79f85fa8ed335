/** The socket is cut in random places while calls move; after each of them every tab shows what is true. */
import type { Page } from '@playwright/test'
import { createRandom } from '../emulator/random'
import { button, expect, type Genesys, opened, rows, type State, wrapUp } from './desk'
import type { DeskHost } from './serve'
import { inAll } from './tabs'
import { search, transferTo } from './transferring'
import { expectTruth } from './truth'

/** As Genesys Cloud limits a token by itself: each gap is read anew. */
const perMinute = 300

export const official = { limits: { token: perMinute } } as const

/** The desk knows of it. */
export const setOfficialLimit = (host: DeskHost, { login, api }: Genesys) =>
  host.setConfig({
    environment: { login, api },
    clientId: 'minidesk-local',
    redirectUris: [`${host.url}callback.html`],
    rateLimit: { perMinute },
  })

type Act = readonly [name: string, act: () => Promise<unknown>]

export interface Drops {
  /** How often each kind of turn was met. */
  readonly met: ReadonlyMap<string, number>
  /** Milliseconds from each cut until all tabs showed what is true. */
  readonly recoveries: readonly number[]
}

/** Where the agent's call is. */
function callOf({ conversations }: State, me: string): { id: string; phase: string } | undefined {
  for (const { id, participants } of conversations) {
    const mine = participants.findLast(({ userId }) => userId === me)
    if (mine && mine.state !== 'disconnected') return { id, phase: mine.held ? 'held' : mine.state }
  }
  return undefined
}

/** What may happen to the call of the agent next: pressed in one of the tabs, or done by others. */
async function actsFor(tab: Page, genesys: Genesys): Promise<readonly Act[]> {
  const me = await genesys.userId('Ana Ruiz')
  const state = await genesys.state()
  const call = callOf(state, me)
  const become = (systemPresence: string) =>
    genesys.control('POST', `/users/${me}/presence`, { systemPresence })
  if (!call && (await rows(tab).count()) > 0) {
    const row = rows(tab).first()
    await row.getByRole('link').click()
    return [['wrap-up', () => wrapUp(tab)]]
  }
  async function ring() {
    await become('On Queue')
    await genesys.customerCalls('Ada Quill')
  }
  if (!call)
    return [
      ['ring', ring],
      ['ring', ring],
      ['presence', () => become('Busy')],
    ]
  const { id, phase } = call
  const hangUp: Act = ['hang-up', () => genesys.customerHangsUp(id)]
  const path = `/users/${me}/answer`
  if (phase === 'alerting')
    return [
      ['answer', () => button(tab, 'Answer').click()],
      ['answer elsewhere', () => genesys.control('POST', path, { conversationId: id })],
      hangUp,
    ]
  if (!(await opened(tab, 'Ada Quill').isVisible())) await rows(tab).getByRole('link').click()
  const press = (verb: string): Act => [verb, () => button(tab, verb).click()]
  if (phase === 'held') return [press('Resume'), hangUp]
  async function transfer() {
    if (!(await search(tab).isVisible())) await button(tab, 'Transfer').click()
    await search(tab).fill('Rep')
    await transferTo(tab, 'Repairs')
  }
  const isMuted = await button(tab, 'Unmute').isVisible()
  return [
    press('Hold'),
    press(isMuted ? 'Unmute' : 'Mute'),
    press('End call'),
    ['transfer', transfer],
    hangUp,
  ]
}

/** From now on the page counts how often its live updates were interrupted. */
const countGaps = (tab: Page) =>
  tab.evaluate(() => {
    const connection = document.querySelector('header [data-state]')
    const isLive = () => connection?.getAttribute('data-state') === 'live'
    let was = isLive()
    Object.assign(window, { gaps: 0 })
    const look = () => {
      if (was && !isLive()) Object.assign(window, { gaps: Reflect.get(window, 'gaps') + 1 })
      was = isLive()
    }
    if (connection) new MutationObserver(look).observe(connection, { attributes: true })
  })

const gapsOf = (tab: Page) => tab.evaluate((): number => Reflect.get(window, 'gaps'))

/**
 * Interrupted once more, and live again: by itself, or by the press that the banner offers, which interrupts what has
 * come back in that very moment.
 */
async function comeBack(tab: Page, before = 0) {
  await expect.poll(() => gapsOf(tab)).toBeGreaterThan(before)
  await expect(async () => {
    const again = button(tab, 'Reconnect now')
    if (await again.isVisible()) await again.click({ timeout: 500 })
    const live = tab.getByRole('banner').getByText('Live', { exact: true })
    await expect(live).toBeAttached({ timeout: 2_000 })
  }).toPass({ timeout: 30_000 })
}

export async function cutSockets(
  tabs: readonly Page[],
  genesys: Genesys,
  { seed, times }: { readonly seed: number; readonly times: number },
): Promise<Drops> {
  const random = createRandom(seed)
  const met = new Map<string, number>()
  const recoveries: number[] = []
  const cut = async () =>
    expect(await genesys.control('POST', '/sockets/drop', {})).toEqual({ count: 1 })

  await inAll(tabs, countGaps)
  for (let drop = 1; drop <= times; drop++) {
    const tab = random.pick(tabs as [Page])
    const back = button(tab, 'Back on queue')
    if (await back.isVisible()) await back.click()
    const [name, act] = random.pick((await actsFor(tab, genesys)) as [Act])
    const when = random.pick(['before', 'with', 'after'])
    met.set(name, (met.get(name) ?? 0) + 1)
    const gaps = await inAll(tabs, gapsOf)
    const begun = performance.now()
    try {
      if (when === 'before') await cut()
      await Promise.all([act(), when === 'with' && cut()])
      if (when === 'after') await cut()
      await Promise.all(tabs.map((one, at) => comeBack(one, gaps[at])))
      await inAll(tabs, (one) => expectTruth(one, genesys))
    } catch (error) {
      throw new Error(`seed ${seed}, drop ${drop}, cut ${when} ${name}: ${error}`)
    }
    recoveries.push(performance.now() - begun)
  }
  return { met, recoveries }
}
