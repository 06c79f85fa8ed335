import { afterEach, describe, expect, test } from 'vitest'
import type { Transaction } from '~/protocol/protocol'
import { createManualClock, type ManualClock } from '../../manual-clock'
import { createStage, type Page, type Stage } from './stage'

let stage: Stage | undefined
afterEach(() => stage?.stop())

interface Opened {
  readonly stage: Stage
  readonly page: Page
  readonly clock: ManualClock
}

async function open(): Promise<Opened> {
  const clock = createManualClock()
  stage = await createStage({ clock })
  return { stage, page: await stage.page(), clock }
}

/** A sign-in that is given up, whatever the answer is made into. */
async function finishWith(
  change: (answer: URLSearchParams, transaction: Transaction, all: Opened) => Transaction,
) {
  const all = await open()
  const { url, transaction } = await all.stage.begin(all.page)
  const answer = new URLSearchParams(await all.stage.walk(url))
  const changed = change(answer, transaction, all)
  await all.page.send({ kind: 'finish', answer: answer.toString(), transaction: changed })
  return { session: all.page.session(), tokens: await all.stage.requests('token') }
}

describe('the answer of the login page', () => {
  test('is changed for a token once, and signs the agent in', async () => {
    const { session, tokens } = await finishWith((_answer, transaction) => transaction)
    expect(session).toMatchObject({ state: 'signed-in', title: 'Minidesk' })
    expect(tokens).toMatchObject([{ status: 200, effect: true }])
  })

  test.each<[string, string, Parameters<typeof finishWith>[0]]>([
    [
      'with another state',
      'mismatch',
      (answer, one) => {
        answer.set('state', 'x'.repeat(43))
        return one
      },
    ],
    [
      'without a state',
      'mismatch',
      (answer, one) => {
        answer.delete('state')
        return one
      },
    ],
    [
      'with two states',
      'mismatch',
      (answer, one) => {
        answer.append('state', one.state)
        return one
      },
    ],
    [
      'of another login host',
      'mismatch',
      (_answer, one) => ({ ...one, login: 'https://login.mypurecloud.de' }),
    ],
    [
      'that names another issuer',
      'mismatch',
      (answer, one) => {
        answer.set('iss', 'https://evil.example')
        return one
      },
    ],
    [
      'for an address that is not listed',
      'mismatch',
      (_answer, one) => ({ ...one, redirectUri: 'https://evil.example/callback.html' }),
    ],
    [
      'after eleven minutes',
      'stale',
      (_answer, one, { clock }) => {
        clock.advance(660_000)
        return one
      },
    ],
    [
      'that is empty',
      'mismatch',
      (answer, one) => {
        for (const name of [...answer.keys()]) answer.delete(name)
        return one
      },
    ],
    [
      'that is denied, but with another state',
      'mismatch',
      (answer, one) => {
        answer.set('error', 'access_denied')
        answer.set('state', 'x')
        return one
      },
    ],
    [
      'without a code',
      'mismatch',
      (answer, one) => {
        answer.delete('code')
        return one
      },
    ],
    [
      'with two codes',
      'mismatch',
      (answer, one) => {
        answer.append('code', 'another')
        return one
      },
    ],
    [
      'that is another error',
      'login-refused',
      (answer, one) => {
        answer.delete('code')
        answer.set('error', 'invalid_scope')
        return one
      },
    ],
    ...[
      ['temporarily_unavailable', 'login-failed'] as const,
      ['server_error', 'login-failed'] as const,
      ['login_required', 'ended'] as const,
      ['access_denied', 'denied'] as const,
      ['unauthorized_client', 'client-pending'] as const,
      ['invalid_client', 'client-refused'] as const,
    ].map(([error, problem]): [string, string, Parameters<typeof finishWith>[0]] => [
      `that is ${error}`,
      problem,
      (answer, one) => {
        answer.delete('code')
        answer.set('error', error)
        return one
      },
    ]),
  ])('%s is not used (%s): no token is asked for', async (_what, problem, change) => {
    const { session, tokens } = await finishWith(change)
    expect(tokens).toEqual([])
    expect(session).toMatchObject({ state: 'signed-out', problem })
  })

  test('names the right issuer, which is as good as none', async () => {
    const { session } = await finishWith((answer, transaction, { stage }) => {
      answer.set('iss', stage.emulator.login)
      return transaction
    })
    expect(session).toMatchObject({ state: 'signed-in' })
  })
})
