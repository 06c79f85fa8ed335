import { createHash } from 'node:crypto'
import * as oauth from 'oauth4webapi'
import { afterEach, describe, expect, test } from 'vitest'
import { beginSignIn } from '~/engine/oauth'
import { wantedScopes } from '~/engine/scopes'
import { createManualClock } from '../../manual-clock'
import { control } from '../emulator/visitor'
import { configOf } from '../fixtures/config'
import { createStage, folder, type Stage } from './stage'

let stage: Stage | undefined
afterEach(() => stage?.stop())

async function open() {
  const clock = createManualClock()
  stage = await createStage({ clock })
  return { stage, page: await stage.page(), clock }
}

describe('beginning a sign-in', () => {
  test('the proof is made as RFC 7636 shows it in appendix B', async () => {
    const challenge = await oauth.calculatePKCECodeChallenge(
      'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
    )
    expect(challenge).toBe('E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM')
  })

  test('goes to the login host with a proof, a state, our own address, and no scope', async () => {
    const { stage, page, clock } = await open()
    const { url, transaction } = await stage.begin(page)
    expect(url.origin + url.pathname).toBe(`${stage.emulator.login}/oauth/authorize`)
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: 'minidesk-local',
      redirect_uri: `${folder}callback.html`,
      response_type: 'code',
      code_challenge: createHash('sha256').update(transaction.verifier).digest('base64url'),
      code_challenge_method: 'S256',
      state: transaction.state,
    })
    expect(transaction).toMatchObject({
      login: stage.emulator.login,
      redirectUri: `${folder}callback.html`,
      returnTo: '#/',
      startedAt: clock.now(),
    })
  })

  test('names the scopes of the manifest where the configuration wants them sent', async () => {
    const [site] = configOf({ sendScopes: true }).sites
    const { url } = await beginSignIn(site, `${folder}callback.html`, '#/', 0)
    expect(new URL(url).searchParams.get('scope')).toBe(wantedScopes.join(' '))
    expect(wantedScopes).toContain('conversations')
  })

  test('each time with a new verifier and a new state, both long', async () => {
    const { stage, page } = await open()
    const all = [await stage.begin(page), await stage.begin(page), await stage.begin(page)]
    const texts = all.flatMap(({ transaction: { verifier, state } }) => [verifier, state])
    expect(new Set(texts).size).toBe(6)
    for (const text of texts) expect(text).toMatch(/^[\w-]{43,128}$/)
  })

  test('the verifier itself stays here', async () => {
    const { stage, page } = await open()
    const { url, transaction } = await stage.begin(page)
    expect(url.href).not.toContain(transaction.verifier)
  })
})

describe('the exchange of a code', () => {
  test('of an agent who denied says so', async () => {
    const { stage, page } = await open()
    const { url, transaction } = await stage.begin(page)
    const answer = await stage.walk(url, 'Ana Ruiz', 'deny')
    await page.send({ kind: 'finish', answer, transaction })
    expect(page.session()).toMatchObject({ state: 'signed-out', problem: 'denied' })
    expect(await stage.requests('token')).toEqual([])
  })

  test('with another verifier buys nothing', async () => {
    const { stage, page } = await open()
    const { url, transaction } = await stage.begin(page)
    const answer = await stage.walk(url)
    const verifier = 'x'.repeat(43)
    await page.send({ kind: 'finish', answer, transaction: { ...transaction, verifier } })
    expect(page.session()).toMatchObject({ state: 'signed-out', problem: 'code-refused' })
  })

  test.each([
    [500, 'login-failed'],
    [503, 'login-failed'],
    [400, 'login-refused'],
  ])(
    'is not exchanged when the token endpoint answers %i (%s), and not tried again',
    async (status, problem) => {
      const { stage, page } = await open()
      const { url, transaction } = await stage.begin(page)
      const answer = await stage.walk(url)
      const fault = { kind: 'status', status, path: '/oauth/token', times: 9 }
      await control(stage.emulator, 'POST', '/faults', fault)
      await page.send({ kind: 'finish', answer, transaction })
      expect(page.session()).toMatchObject({ state: 'signed-out', problem })
      expect(await stage.requests('token')).toHaveLength(1)
    },
  )

  test.each(['before', 'after'])(
    'is not sent again when the connection breaks %s the exchange',
    async (phase) => {
      const { stage, page } = await open()
      const { url, transaction } = await stage.begin(page)
      const answer = await stage.walk(url)
      const fault = { kind: 'reset', phase, path: '/oauth/token', times: 9 }
      await control(stage.emulator, 'POST', '/faults', fault)
      await page.send({ kind: 'finish', answer, transaction })
      expect(page.session()).toMatchObject({ state: 'signed-out', problem: 'login-unreachable' })
      expect(await stage.requests('token')).toHaveLength(1)
    },
  )
})
