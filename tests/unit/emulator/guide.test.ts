import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Emulator, startEmulator } from '../../contract/emulator'
import { controlRoutes } from '../../emulator/control/host'
import { faultKinds } from '../../emulator/faults'
import { clientPlans } from '../../emulator/org/clients'
import { switchValues } from '../../emulator/switches'
import { control, listenTo, signIn, type Visitor, withEmulator } from './visitor'

const guide = readFileSync(new URL('../../../docs/emulator.md', import.meta.url), 'utf8')
const flags = readFileSync(new URL('../../emulator/flags.ts', import.meta.url), 'utf8')

function section(heading: string): string {
  return guide.split(/^#+ /m).find((text) => text.startsWith(heading)) ?? ''
}

/** What the table of a section gives as examples: the name of a row, and the body to send. */
function examplesOf(heading: string): (readonly [name: string, body: object])[] {
  return [...section(heading).matchAll(/^\| `(\w+)` \|.*\| `(\{.*\})` \|$/gm)].map(
    ([, name = '', body = '']) => [name, JSON.parse(body)] as const,
  )
}

/** `POST /a/{id}/b`, `/c` and `/d[/{id}]` in the first column: every call that is meant. */
const calls = [
  ...section('Steering it').matchAll(/^\| (`(?:GET|POST|PATCH|DELETE) .*?) \|/gm),
].flatMap(([, cell = '']) => {
  let method = ''
  let first = ''
  return [...cell.matchAll(/`(?:([A-Z]+) )?(\/[^`?]*)[^`]*`/g)].flatMap(([, verb, path = '']) => {
    method = verb ?? method
    if (verb) first = path
    const beside = first.replace(/\/[^/]+$/, path)
    const bare = path.replace(/\[.*\]/, '')
    return [bare, beside, path.replaceAll(/[[\]]/g, '')].map((one) => `${method} ${one}`)
  })
})

describe('the guide to the local Genesys Cloud', () => {
  test.each(controlRoutes.map(({ method, path }) => `${method} ${path}`))('names %s', (call) => {
    const ids = call.replaceAll(/\{(?!participantId)\w+\}/g, '{id}')
    expect(calls).toContain(ids)
  })

  test.each(Object.entries(switchValues))('names the switch %s and its values', (name, values) => {
    const listed = values.map((value) => `\`${value}\``).join(', ')
    expect(section('Readings')).toContain(`| \`${name}\` | ${listed} |`)
  })

  test('names every flag and every client', () => {
    const names = [...flags.matchAll(/^ {6}'?([\w-]+)'?: \{ type: 'string'/gm)].map(
      ([, name]) => name,
    )
    expect(names.length).toBeGreaterThan(8)
    expect(names.filter((name) => !guide.includes(`| \`--${name}`))).toEqual([])
    expect(clientPlans.filter(({ id }) => !guide.includes(`| \`${id}\` |`))).toEqual([])
  })

  test('has an example for every fault and every limit', () => {
    const names = (heading: string) => examplesOf(heading).map(([name]) => name)
    expect(names('Requests that go wrong')).toEqual([...faultKinds])
    expect(names('Events that go wrong')).toEqual(['delay', 'reorder', 'duplicate', 'lose'])
    expect(names('Limits')).toHaveLength(8)
  })
})

/** What becomes of a request under a fault. */
async function outcome(emulator: Emulator, { token }: Visitor) {
  const begin = performance.now()
  try {
    const response = await fetch(`${emulator.api}/api/v2/users/me`, {
      headers: { authorization: `Bearer ${token}` },
    })
    const { status, headers } = response
    const body = await response.text().catch(() => 'cut')
    const type = headers.get('content-type')?.split(';')[0] ?? null
    const late = performance.now() - begin >= 19
    return { status, type, retryAfter: headers.get('retry-after'), body, late }
  } catch {
    return 'no answer'
  }
}

describe('the examples of the guide', () => {
  const becomes: Readonly<Record<string, unknown>> = {
    status: expect.objectContaining({ status: 429, retryAfter: '7' }),
    html: expect.objectContaining({ status: 502, type: 'text/html' }),
    truncate: expect.objectContaining({ status: 200, body: 'cut' }),
    empty: expect.objectContaining({ status: 200, type: null, body: '' }),
    delay: expect.objectContaining({ status: 200, type: 'application/json', late: true }),
    timeout: 'no answer',
    reset: 'no answer',
  }
  test.each(examplesOf('Requests that go wrong'))('a request with %s', (kind, body) =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      expect((await control(emulator, 'POST', '/faults', body)).status).toBe(201)
      expect(await outcome(emulator, ana)).toEqual(becomes[kind])
      expect((await control(emulator, 'GET', '/faults')).body[0].count).toBeGreaterThan(0)
    }),
  )

  const hears: Readonly<Record<string, readonly string[]>> = {
    delay: ['AWAY', 'BUSY'],
    reorder: ['BUSY', 'AWAY'],
    duplicate: ['AWAY', 'AWAY', 'BUSY'],
    lose: ['BUSY'],
  }
  test.each(examplesOf('Events that go wrong'))('an event with %s', (kind, body) =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const socket = await listenTo(ana, ['presence'])
      expect((await control(emulator, 'POST', '/events/faults', body)).status).toBe(201)
      for (const systemPresence of ['Away', 'Busy']) {
        await control(emulator, 'POST', `/users/${ana.userId}/presence`, { systemPresence })
      }
      const heard = () =>
        socket.frames.map(({ eventBody }) => eventBody.presenceDefinition.systemPresence)
      await expect.poll(heard).toEqual(hears[kind])
    }),
  )

  test.each(examplesOf('Limits'))('a limit by %s', (field, body) =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      expect((await control(emulator, 'POST', '/limits', body)).status).toBe(200)
      const answers = []
      for (let asked = 0; asked < 3; asked += 1) {
        answers.push(
          await fetch(`${emulator.api}/api/v2/users/me`, {
            headers: { authorization: `Bearer ${ana.token}` },
          }),
        )
      }
      const refused = answers.find(({ status }) => status === 429)
      expect(answers[0]?.status).toBe(200)
      if (field === 'window' || field === 'organisation') expect(refused).toBeDefined()
      expect(refused?.headers.has('retry-after')).toBe(field !== 'retryAfterHeader')
      expect(answers[0]?.headers.has('x-rate-limit-limit')).toBe(field === 'headers')
    }),
  )

  test('the session of the tests: a call comes to Ana', async () => {
    const emulator = await startEmulator({ redirectUris: ['http://localhost:3000/callback'] })
    const { users, queues } = (await control(emulator, 'GET', '/state')).body
    await control(emulator, 'POST', `/users/${users[0].id}/presence`, {
      systemPresence: 'On Queue',
    })
    await control(emulator, 'POST', '/calls', {
      queueId: queues[0].id,
      from: { name: 'Ada Quill', number: '+493055500142' },
    })
    const { conversations } = (await control(emulator, 'GET', '/state')).body
    expect(conversations[0].participants.at(-1)).toMatchObject({
      userId: users[0].id,
      state: 'alerting',
    })
    await emulator.stop()
  })
})
