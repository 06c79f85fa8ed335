/** Whether the desk shows what is: its screen against the emulator's own account of the same agent. */
import type { Page } from '@playwright/test'
import { expect, type Genesys, type State } from './desk'

/** The organization's own statuses, by the system presence they stand for. */
const systemOf: Readonly<Record<string, string>> = {
  Lunch: 'Meal',
  Coaching: 'Meeting',
  'Follow-up calls': 'Busy',
}
const liveWords = ['Ringing', 'Connected', 'On hold']

/** Waits until every row, the presence and the switch say what Genesys Cloud says. */
export async function expectTruth(page: Page, genesys: Genesys): Promise<void> {
  await expect(async () => {
    const screen = await readScreen(page)
    const state = await genesys.state()
    const me = state.users.find(({ name }) => name === screen.agent)
    expect(me, `somebody is called ${screen.agent}`).toBeDefined()
    const truth = callsOf(state, me?.id ?? '')

    const shown = screen.rows.filter(({ word }) => word !== 'Wrap-up')
    expect(Object.fromEntries(shown.map(({ id, word }) => [id, word]))).toEqual(truth.live)
    expect(shown.filter(({ muted }) => muted).map(({ id }) => id)).toEqual(truth.muted)
    const owed = screen.rows.filter(({ word }) => word === 'Wrap-up').map(({ id }) => id)
    expect(truth.ended).toEqual(expect.arrayContaining(owed))

    expect(systemOf[screen.presence] ?? screen.presence).toBe(me?.presence)
    expect(screen.onQueue).toBe(me?.presence === 'On Queue')
    expect(screen.notResponding).toBe(me?.routingStatus === 'NOT_RESPONDING')
    // On queue the routing status says whether a call, or its wrap-up, still keeps the agent busy.
    if (screen.onQueue) {
      const busy = screen.rows.some(({ word }) => word !== 'Ringing')
      expect(['INTERACTING', 'COMMUNICATING'].includes(me?.routingStatus ?? '')).toBe(busy)
    }
  }).toPass({ timeout: 10_000 })
}

async function readScreen(page: Page) {
  const banner = await page.getByRole('banner').ariaSnapshot({ timeout: 1000 })
  const named = (pattern: RegExp) => pattern.exec(banner)?.[1] ?? ''
  // Hidden rows too: a narrow desk with a conversation open keeps its list, out of sight.
  const rows = await page.locator('ul[aria-label="Conversations"] > li').evaluateAll((items) =>
    items.map((item) => {
      const texts = [...item.querySelectorAll('span, b')].map((one) => one.textContent ?? '')
      return {
        id: item.querySelector('a')?.hash.split('/').at(-1) ?? '',
        word: texts.find((text) => /^(Ringing|Connected|On hold|Wrap-up)$/.test(text)) ?? '?',
        muted: texts.some((text) => /^Muted/.test(text)),
      }
    }),
  )
  return {
    agent: named(/button "Account: ([^"]+)"/),
    presence: named(/button "Presence: ([^"]+)"/),
    onQueue: named(/switch "On Queue"(.*)/).includes('[checked]'),
    notResponding: await page.getByRole('button', { name: 'Back on queue' }).isVisible(),
    rows,
  }
}

/** What an agent is in: the word of each live call, those muted, and those whose own part is over. */
function callsOf({ conversations }: State, userId: string) {
  const live: Record<string, string> = {}
  const muted: string[] = []
  const ended: string[] = []
  for (const { id, participants } of conversations) {
    const mine = participants.filter((one) => one.userId === userId)
    const now = mine.findLast(({ state }) => state !== 'disconnected' && state !== 'terminated')
    if (now) {
      live[id] = liveWords[now.state === 'alerting' ? 0 : now.held ? 2 : 1] ?? ''
      if (now.muted) muted.push(id)
    } else if (mine.length > 0) ended.push(id)
  }
  return { live, muted, ended }
}
