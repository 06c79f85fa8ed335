import { describe, expect, test } from 'vitest'
import type { Request } from '~/protocol/protocol'
import { control } from '../emulator/visitor'
import { eventually } from '../eventually'
import { type HoursOptions, hearing, hour, hoursOf, minute, rotated } from './hours'
import { getMe, order, type Page } from './stage'

const { openSignedIn, hours } = hoursOf({ ...rotated, lasting: 8 * 3600 })

interface Sent {
  readonly what: string
  readonly body: string
  status: number
}

/** An agent signed in, and what goes out to the API from then on; `late`: keeps an answer waiting. */
async function openCounted(
  late: (one: Sent, nth: number) => Promise<void> | undefined = () => undefined,
  options: HoursOptions = {},
) {
  const sent: Sent[] = []
  let counting = false
  const page = await openSignedIn({
    ...options,
    async fetch(input, init) {
      if (!counting || !(input instanceof Request)) return fetch(input, init)
      const { pathname } = new URL(input.url)
      const what = `${input.method} ${pathname.split('/').slice(3).join('/')}`
      const one: Sent = { what, body: await input.clone().text(), status: 0 }
      const nth = sent.push(one)
      const response = await fetch(input, init)
      one.status = response.status
      await late(one, nth)
      return response
    },
  })
  const { id: userId } = (await page.send(getMe)) as { id: string }
  counting = true
  return { page, sent, userId }
}

const definitions = { kind: 'ask', operation: 'listPresenceDefinitions', params: {} } as const
/** Questions that differ: equal ones go out once. */
const definitionsIn = (localeCode: string) => ({ ...definitions, params: { localeCode } })
const presence = (userId: string, id: string): Request => ({
  ...{ kind: 'ask', operation: 'setPresence', params: { userId } },
  body: { presenceDefinition: { id } },
})
const expire = () => control(hours().emulator, 'POST', '/tokens/expire', {})

async function definitionsOf(page: Page): Promise<string[]> {
  const { entities } = (await page.send(definitions)) as { entities: { id: string }[] }
  return entities.map(({ id }) => id)
}

describe('30 requests that meet a token no longer taken', () => {
  async function storm(late?: Parameters<typeof openCounted>[0]) {
    const { page, sent, userId } = await openCounted(late)
    const ids = await definitionsOf(page)
    await expire()
    sent.length = 0
    const heard = hearing(page)
    const wanted = Array.from({ length: 15 }, (_, nth) => ids[nth % ids.length] ?? '')
    const all = wanted.flatMap((id) => [page.send(presence(userId, id)), page.send(definitions)])
    const answers = await Promise.all(all)
    return { sent, heard, answers, wanted }
  }
  const isWrite = ({ what }: Sent) => what.startsWith('PATCH')

  test('make one renewal, and each goes out once more', async () => {
    const { sent, heard, answers } = await storm()
    expect(answers).toHaveLength(30)
    expect(await hours().tokenRequests()).toEqual([200, 200])
    expect(sent.filter(({ status }) => status === 401)).toHaveLength(30)
    expect(sent.filter(({ status }) => status === 200)).toHaveLength(30)
    expect(heard()).toEqual([])
    const done = (await hours().requests()).filter(
      ({ method, effect }) => method === 'PATCH' && effect,
    )
    expect(done).toHaveLength(15)
  })

  test('keep their bodies, and commands to one thing their order, however the refusals come', async () => {
    let others = 0
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    let first = true
    const { sent, wanted } = await storm((one) => {
      if (one.status !== 401) return undefined
      if (++others === 30) release()
      // The first command's refusal is the last to come.
      const holds = first && isWrite(one)
      if (holds) first = false
      return holds ? held : undefined
    })
    const bodies = wanted.map((id) => JSON.stringify({ presenceDefinition: { id } }))
    const again = sent.filter((one) => isWrite(one) && one.status === 200)
    expect(again.map(({ body }) => body)).toEqual(bodies)
    const before = sent.filter((one) => isWrite(one) && one.status === 401)
    expect(before.map(({ body }) => body).sort()).toEqual([...bodies].sort())
  })
})

describe('a token that is refused for good', () => {
  test('makes one renewal, two requests of each asked at the most, and an end in place', async () => {
    const { page, sent, userId } = await openCounted()
    const fault = { kind: 'status', status: 401, path: '/api/**', times: 999 }
    await control(hours().emulator, 'POST', '/faults', fault)
    const writes = Array.from({ length: 5 }, (_, nth) => page.failure(presence(userId, `${nth}`)))
    const reads = Array.from({ length: 5 }, (_, nth) =>
      page.send(definitionsIn(`${nth}`)).catch((error) => error),
    )
    expect(await Promise.all(writes)).toMatchObject(Array(5).fill({ kind: 'signed-out' }))
    await eventually(page.session).toMatchObject({
      login: 1,
      standing: { state: 'ended', problem: 'ended' },
    })
    // Reads that were not refused twice wait for a sign-in.
    await hours().pass(2 * minute + 1)
    await Promise.all(reads)
    expect(await hours().tokenRequests()).toEqual([200, 200])
    expect(sent.length).toBeGreaterThan(10)
    expect(sent.length).toBeLessThanOrEqual(20)
    for (let nth = 0; nth < 5; nth++)
      expect(sent.filter(({ body }) => body.includes(`"${nth}"`)).length).toBeLessThanOrEqual(2)
  })

  test('is told of a read that was refused a second time, at once', async () => {
    const { page, sent } = await openCounted()
    const fault = { kind: 'status', status: 401, path: '/api/v2/presence/**', times: 9 }
    await control(hours().emulator, 'POST', '/faults', fault)
    expect(await page.failure(definitions)).toMatchObject({ kind: 'signed-out', refused: true })
    expect(sent.filter(({ status }) => status === 401)).toHaveLength(2)
  })

  test('ends at once where the refresh token is not taken either, and nothing is asked after it', async () => {
    const { page, sent } = await openCounted()
    await control(hours().emulator, 'POST', '/tokens/revoke', {})
    expect(await page.failure(order)).toMatchObject({ kind: 'signed-out', outcome: 'refused' })
    await eventually(page.session).toMatchObject({ standing: { state: 'ended' } })
    expect(await hours().tokenRequests()).toEqual([200, 400])
    const before = sent.length
    await hours().pass(hour, 5 * minute)
    expect(sent).toHaveLength(before)
    expect(await hours().tokenRequests()).toEqual([200, 400])
  })

  test('an hour after a renewal is worth another one', async () => {
    const { page } = await openCounted()
    for (let nth = 0; nth < 3; nth++) {
      await expire()
      expect(await page.send(getMe)).toMatchObject({ name: 'Ana Ruiz' })
      await hours().pass(hour, 10 * minute)
    }
    expect(await hours().tokenRequests()).toEqual(Array(4).fill(200))
  })
})

describe('a refusal', () => {
  test('that comes late, for the token before, makes no renewal: it is asked once more', async () => {
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const { page, sent } = await openCounted((one, nth) =>
      nth === 1 && one.status === 401 ? held : undefined,
    )
    await expire()
    const late = page.send(definitions)
    await eventually(() => sent[0]?.status).toBe(401)
    expect(await page.send(getMe)).toMatchObject({ name: 'Ana Ruiz' })
    release()
    expect(await late).toHaveProperty('entities')
    expect(await hours().tokenRequests()).toEqual([200, 200])
    expect(sent.map(({ status }) => status)).toEqual([401, 401, 200, 200])
  })

  test('of what may not be asked renews nothing', async () => {
    const { page } = await openCounted()
    const fault = { kind: 'status', status: 403, path: '/api/**', times: 2 }
    await control(hours().emulator, 'POST', '/faults', fault)
    expect(await page.failure(getMe)).toMatchObject({ kind: 'refused', status: 403 })
    expect(await page.failure(order)).toMatchObject({ kind: 'refused', status: 403 })
    expect(await hours().tokenRequests()).toEqual([200])
    expect(page.session()).toMatchObject({ standing: { state: 'firm' } })
  })
})

describe('a command', () => {
  test('is not sent again when its ten seconds end before there is a token', async () => {
    const { page, sent, userId } = await openCounted(undefined, {
      isHeld: (url) => url.endsWith('/oauth/token'),
    })
    await expire()
    const hang = { kind: 'delay', ms: 12_000, path: '/oauth/token' }
    await control(hours().emulator, 'POST', '/faults', hang)
    const failing = page.failure(presence(userId, 'a'))
    const reading = page.send(getMe)
    await eventually(() => sent.filter(({ status }) => status === 401).length).toBe(2)
    await hours().pass(10_000, 1_000)
    expect(await failing).toMatchObject({ kind: 'expired', outcome: 'refused' })
    await hours().pass(4_000, 1_000)
    expect(await reading).toMatchObject({ name: 'Ana Ruiz' })
    expect(sent.filter(({ what }) => what.startsWith('PATCH'))).toHaveLength(1)
  })

  test('has its ten seconds from the press, whatever it waited for', async () => {
    const { page, sent, userId } = await openCounted(undefined, {
      isHeld: (url) => url.endsWith('/oauth/token'),
    })
    await expire()
    await control(hours().emulator, 'POST', '/faults', {
      kind: 'delay',
      ms: 8_000,
      path: '/oauth/token',
    })
    const busy = {
      kind: 'status',
      status: 429,
      retryAfter: 4,
      path: '/api/v2/users/*/presences/**',
    }
    const failing = page.failure(presence(userId, 'a'))
    await eventually(() => sent.filter(({ status }) => status === 401).length).toBe(1)
    await control(hours().emulator, 'POST', '/faults', busy)
    await eventually(async () => {
      await hours().pass(500, 500)
      return sent.length
    }).toBe(2)
    await hours().pass(minute, 1_000)
    expect(await failing).toMatchObject({ kind: 'rate-limited', outcome: 'refused' })
    expect(sent.filter(({ what }) => what.startsWith('PATCH'))).toHaveLength(2)
  })

  test.each(['status', 'timeout'])(
    'that was renewed for is not sent a third time after a %s',
    async (kind) => {
      const { page, sent, userId } = await openCounted(undefined, {
        isHeld: (url) => url.includes('/presences/'),
      })
      await expire()
      const path = '/api/v2/users/*/presences/purecloud'
      const first = { kind: 'status', status: 401, path, method: 'PATCH' }
      await control(hours().emulator, 'POST', '/faults', first)
      await control(hours().emulator, 'POST', '/faults', { ...first, kind, status: 503, times: 9 })
      const failing = page.failure(presence(userId, 'a'))
      await eventually(() => sent.filter(({ what }) => what.startsWith('PATCH')).length).toBe(2)
      await hours().pass(10_000, 1_000)
      expect(await failing).toMatchObject({ kind: 'unreachable', outcome: 'unknown' })
      await hours().pass(minute)
      expect(sent.filter(({ what }) => what.startsWith('PATCH'))).toHaveLength(2)
    },
  )
})
