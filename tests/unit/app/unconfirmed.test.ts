import { createRoot } from 'solid-js'
import { describe, expect, test } from 'vitest'
import { followUnconfirmed } from '~/app/unconfirmed'
import type { Claim } from '~/storage/claim'
import type { Sealed } from '~/storage/sealed'
import { deferred } from '../fake-ask'
import * as situation from '../fixtures/conversations'
import { settled } from '../settled'
import { fakeSealed } from '../wrapup/stage'
import { createStage } from './stage'

const { id } = situation

/** What pages of one browser share: a claim ends with the page that made it. */
function createBrowser(kept = fakeSealed()) {
  const claimed = new Set<string>()
  function createPage() {
    const mine = new Set<string>()
    const claim: Claim = async (name, what) => {
      if (claimed.has(name)) return
      claimed.add(name)
      mine.add(name)
      await what()
      claimed.delete(name)
    }
    return {
      claim,
      crash() {
        for (const name of mine) claimed.delete(name)
      },
    }
  }
  return { kept, createPage }
}

/** A page of that browser, with its desk, where the call is as `wire` tells. */
async function openPage(
  browser: ReturnType<typeof createBrowser>,
  wire: typeof situation.connected,
  kept: Sealed = browser.kept,
) {
  const stage = createStage()
  const page = browser.createPage()
  stage.clock.advance(situation.start - stage.clock.now())
  stage.list(wire)
  stage.answers.getConversation = () => wire
  const { submitted, dispose } = createRoot((dispose) => ({
    submitted: followUnconfirmed(stage.desk, kept, page.claim),
    dispose,
  }))
  await stage.live(1)
  await settled()
  return {
    ...stage,
    ...page,
    dispose,
    submitted,
    texts: () => stage.desk.notices.past().map(({ text }) => text),
    press(verb: 'hold' | 'end') {
      const one = stage.desk.conversations.get(id)
      if (one) stage.calls.change(verb, one)
    },
  }
}

describe('a command that nobody has confirmed', () => {
  test('is kept from the press until it is over, and what it was is nobody’s afterwards', async () => {
    const browser = createBrowser()
    const page = await openPage(browser, situation.connected)
    const answer = deferred()
    page.answers.updateCall = () => answer.promise
    page.press('hold')
    expect(page.desk.pending(id)).toEqual(['hold'])
    await settled()
    expect(browser.kept.now()).toMatchObject([[expect.any(String), { verb: 'hold', target: id }]])
    page.hear(situation.held)
    await settled()
    expect(browser.kept.now()).toEqual([])
  })

  test('is taken over by the page after a reload, which says once what became of it', async () => {
    const browser = createBrowser()
    const gone = await openPage(browser, situation.connected)
    gone.answers.updateCall = () => deferred().promise
    gone.press('hold')
    await settled()
    gone.crash()
    const pages = [await openPage(browser, situation.held), await openPage(browser, situation.held)]
    expect(pages.flatMap(({ texts }) => texts())).toEqual([
      'Hold, ordered before the reload: done.',
    ])
    expect(pages.map(({ count }) => count('updateCall'))).toEqual([0, 0])
    expect(browser.kept.now()).toEqual([])
  })

  test('is left alone as long as its page is there', async () => {
    const browser = createBrowser()
    const page = await openPage(browser, situation.connected)
    page.answers.updateCall = () => deferred().promise
    page.press('hold')
    await settled()
    const other = await openPage(browser, situation.held)
    expect(other.texts()).toEqual([])
    expect(other.desk.pending(id)).toEqual([])
    expect(browser.kept.now()).toHaveLength(1)
  })

  test('is told apart by what was read after the desk had opened, not by an empty desk', async () => {
    const browser = createBrowser(
      fakeSealed([
        ['o-1', { verb: 'hold', target: id, name: 'Hold', pressedAt: situation.start - 60_000 }],
      ]),
    )
    const page = await openPage(browser, situation.connected)
    expect(page.texts()).toEqual([expect.stringMatching(/^Hold, .* did not happen/)])
    expect(page.count('updateCall')).toBe(0)
  })

  test('is taken back when it happens after all', async () => {
    const order = { verb: 'hold', target: id, name: 'Hold', pressedAt: situation.start - 60_000 }
    const page = await openPage(createBrowser(fakeSealed([['o-1', order]])), situation.connected)
    await page.pass(0)
    expect(page.desk.notices.all()).toMatchObject([
      { text: expect.stringMatching(/did not happen/) },
    ])
    page.hear(situation.held)
    await page.pass(0)
    expect(page.desk.notices.all()).toEqual([])
  })

  test('of a clock that was set back since is not waited for longer than of any other', async () => {
    const order = { verb: 'hold', target: id, name: 'Hold', pressedAt: situation.start + 3_600_000 }
    const page = await openPage(createBrowser(fakeSealed([['o-1', order]])), situation.connected)
    expect(page.desk.pending(id)).toEqual(['hold'])
    await page.pass(20_000)
    expect(page.texts()).toEqual([expect.stringMatching(/^Hold, .* did not happen/)])
    expect(page.desk.pending(id)).toEqual([])
  })

  test('goes over to the desk that is built anew in the same page', async () => {
    const browser = createBrowser()
    const page = await openPage(browser, situation.connected)
    page.answers.updateCall = () => deferred().promise
    page.press('hold')
    await settled()
    page.dispose()
    await settled()
    const next = await openPage(browser, situation.held)
    expect(next.texts()).toEqual(['Hold, ordered before the reload: done.'])
  })

  test.each([
    [
      'transfer',
      situation.transferredAway,
      { which: 'p-mine' },
      'Repairs, ordered before the reload: done.',
      [],
    ],
    [
      'transfer',
      situation.wrapupOwed,
      { which: 'p-mine' },
      'Repairs, ordered before the reload: your part in the call has ended. Whether it happened cannot be seen.',
      [],
    ],
    [
      'wrap-up',
      situation.wrapupGiven,
      { which: 'c-mine' },
      'Repairs, ordered before the reload: done.',
      [id],
    ],
  ] as const)(
    'a %s is looked up beyond the card that has left',
    async (verb, wire, which, words, submitted) => {
      const pressedAt = situation.start - 60_000
      const order = { verb, target: id, name: 'Repairs', pressedAt, ...which }
      const page = await openPage(createBrowser(fakeSealed([['o-1', order]])), wire)
      expect(page.texts()).toEqual([words])
      expect(await page.submitted).toEqual(submitted)
    },
  )

  test('is not kept, and nothing else changes, where the browser keeps nothing', async () => {
    const never: Sealed = { read: () => new Promise(() => {}), keep: () => new Promise(() => {}) }
    const page = await openPage(createBrowser(), situation.connected, never)
    page.press('hold')
    page.hear(situation.held)
    await page.pass(60_000)
    expect(await page.submitted).toEqual([])
    expect(page.texts()).toEqual([])
    expect(page.desk.commands()).toMatchObject([{ state: { step: 'confirmed', fact: 'held' } }])
  })
})
