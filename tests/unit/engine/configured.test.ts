import { afterEach, describe, expect, test } from 'vitest'
import { systemClock } from '~/clock'
import { createEngine } from '~/engine/engine'
import type { Message, Session } from '~/protocol/protocol'
import { eventually } from '../eventually'
import { fakeStorage } from '../fake-storage'
import { type Served, serve } from './serve'
import { createStage, type Stage } from './stage'

let stage: Stage | undefined
let served: Served | undefined
afterEach(async () => {
  await Promise.all([stage?.stop(), served?.stop()])
  stage = served = undefined
})

/** What the engine says when config.json is at an address. */
async function sessionWith(configUrl: string): Promise<Session> {
  const asked: string[] = []
  const engine = createEngine({
    configUrl,
    clock: systemClock,
    random: () => 0,
    elapsed: () => 0,
    storage: async () => fakeStorage(),
    openSocket: () => expect.unreachable('A socket was opened.'),
    fetch(input, init) {
      asked.push(String(input))
      return fetch(input, init)
    },
  })
  const { port1, port2 } = new MessageChannel()
  engine.connect(port1)
  const sessions: Session[] = []
  port2.onmessage = ({ data }: { data: Message }) => {
    if (data.kind === 'session') sessions.push(data.session)
  }
  port2.postMessage({ kind: 'hello', id: 1, folder: 'http://localhost:5173/' })
  await eventually(() => sessions.at(-1)?.state ?? 'starting').not.toBe('starting')
  // Nothing but the configuration was asked for.
  expect(asked).toEqual([configUrl])
  port1.close()
  return sessions.at(-1) ?? { state: 'starting' }
}

describe('the engine without a configuration', () => {
  test.each<[string, number, string, string]>([
    ['that is not there', 404, 'Not found', 'was not found'],
    ['that the server cannot give', 503, '', 'could not be read: the server answered 503'],
    ['that is a page', 200, '<!doctype html>', 'is not valid JSON'],
  ])('%s says so', async (_what, status, body, what) => {
    served = await serve((_request, response) => response.writeHead(status).end(body))
    const session = await sessionWith(`${served.origin}/config.json`)
    expect(session).toMatchObject({ state: 'misconfigured', problems: [{ what }] })
  })

  test('because nobody answers says so', async () => {
    const gone = await serve((_request, response) => response.end())
    await gone.stop()
    expect(await sessionWith(`${gone.origin}/config.json`)).toMatchObject({
      state: 'misconfigured',
      problems: [{ what: 'could not be read: the server did not answer' }],
    })
  })
})

describe('a page in a folder that no redirect URI is in', () => {
  test('is told what to add, while the page next to it works', async () => {
    stage = await createStage({ clock: systemClock })
    const lost = await stage.page('http://localhost:5173/elsewhere/')
    const found = await stage.page()
    await eventually(found.session).toMatchObject({ state: 'signed-out' })
    await eventually(lost.session).toMatchObject({
      state: 'misconfigured',
      problems: [{ where: 'redirectUris' }],
    })
    expect(JSON.stringify(lost.session())).toContain(
      'http://localhost:5173/elsewhere/callback.html',
    )
  })

  test('cannot begin a sign-in', async () => {
    stage = await createStage({ clock: systemClock })
    const lost = await stage.page('https://evil.example/')
    await lost.failure({ kind: 'begin', returnTo: '#/', how: 'redirect' })
    expect(await stage.requests()).toEqual([])
  })
})

describe('a configuration that is corrected', () => {
  test('is read anew by the next page, although the engine lives on', async () => {
    let broken = true
    stage = await createStage({
      clock: systemClock,
      config: ({ login, api }) =>
        JSON.stringify({
          environment: { login, api },
          clientId: broken ? '' : 'minidesk-local',
          redirectUris: ['http://localhost:5173/callback.html'],
        }),
    })
    const first = await stage.page()
    await eventually(first.session).toMatchObject({
      state: 'misconfigured',
      problems: [{ where: 'clientId' }],
    })
    broken = false
    const second = await stage.page()
    await eventually(second.session).toMatchObject({ state: 'signed-out' })
    await stage.signIn(second)
    expect(second.session()).toMatchObject({ state: 'signed-in' })
  })

  test('does not disturb whoever is signed in', async () => {
    stage = await createStage({ clock: systemClock })
    const page = await stage.page()
    await stage.signIn(page)
    await stage.page('http://localhost:5173/elsewhere/')
    await new Promise(setImmediate)
    expect(page.session()).toMatchObject({ state: 'signed-in' })
    const me = await page.send({ kind: 'ask', operation: 'getMe', params: {} })
    expect(me).toMatchObject({ name: 'Ana Ruiz' })
  })
})
