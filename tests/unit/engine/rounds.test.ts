import { afterEach, describe, expect, test } from 'vitest'
import { systemClock } from '~/clock'
import { eventually } from '../eventually'
import { settled } from '../settled'
import { urlOf } from './hours'
import { createStage, type Stage } from './stage'

let stage: Stage
afterEach(() => stage.stop())

/** Holds every answer of the API back until its round is over. */
function createRounds() {
  let held: { readonly path: string; readonly go: () => void }[] = []
  let open = false
  return {
    /** What is out, in no order. */
    out: () => held.map(({ path }) => path).sort(),
    /** The answers of this round arrive; the next ones are held. */
    end() {
      const over = held
      held = []
      for (const { go } of over) go()
    },
    free() {
      open = true
      this.end()
    },
    fetch: (async (input, init) => {
      const response = await fetch(input, init)
      const { pathname } = new URL(urlOf(input))
      if (pathname.startsWith('/api/v2/') && !open)
        await new Promise<void>((go) => held.push({ path: pathname.slice(8), go }))
      return response
    }) satisfies typeof fetch,
  }
}

const getMe = {
  kind: 'ask',
  operation: 'getMe',
  params: { expand: 'organization,authorization' },
} as const
const list = { kind: 'ask', operation: 'listConversations', params: {} } as const

describe('from the token to the first list', () => {
  test('it is two rounds: who it is, beside all that needs no name; and the list, beside its topics', async () => {
    const rounds = createRounds()
    stage = await createStage({ clock: systemClock, fetch: rounds.fetch })
    const page = await stage.page()
    const { url, transaction } = await stage.begin(page)
    const answer = await stage.walk(url)
    const finished = page.send({ kind: 'finish', answer, transaction })
    // What the desk does: it asks who that is as soon as it hears of the sign-in.
    await eventually(page.session).toMatchObject({ state: 'signed-in' })
    let first: unknown
    const opening = page.send(getMe).then(async (me) => {
      const { id: userId } = me as { id: string }
      const listening = page.send({ kind: 'listen', userId })
      first = await page.send(list)
      return listening
    })

    const round = ['notifications/channels', 'tokens/me', 'tokens/timeout', 'users/me']
    await eventually(rounds.out).toEqual(round)
    await finished
    for (let turn = 0; turn < 20; turn++) await settled()
    // The page's own question is no request of its own.
    expect(rounds.out()).toEqual(round)
    rounds.end()

    await eventually(() => rounds.out().length).toBe(2)
    expect(rounds.out()).toEqual([
      'conversations',
      expect.stringMatching(/^notifications\/channels\/.*\/subscriptions$/),
    ])
    expect(first).toBeUndefined()
    rounds.end()
    await eventually(() => first).toHaveProperty('entities')
    await opening
    await eventually(page.connection).toEqual({ state: 'live', epoch: 1 })
    rounds.free()
    const asked = (await stage.requests()).filter(({ path }) => path.startsWith('/api/v2/'))
    expect(asked).toHaveLength(6)
  })

  test('none waits for one that does not come', async () => {
    const rounds = createRounds()
    stage = await createStage({
      clock: systemClock,
      fetch: (input, init) =>
        /tokens/.test(urlOf(input)) && !urlOf(input).includes('/oauth/')
          ? new Promise(() => {})
          : rounds.fetch(input, init),
    })
    const page = await stage.page()
    rounds.free()
    const { url, transaction } = await stage.begin(page)
    await page.send({ kind: 'finish', answer: await stage.walk(url), transaction })
    expect(await page.send(getMe)).toMatchObject({ name: 'Ana Ruiz' })
    expect(await page.send(list)).toHaveProperty('entities')
  })
})
