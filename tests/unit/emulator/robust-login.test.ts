import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { redirectUri, signIn, withEmulator } from './visitor'

const words = fc.constantFrom(
  ...['', 'code', 'S256', 'plain', 'none', 'login', 'allow', 'deny', 'authorization_code'],
  ...['refresh_token', 'client_credentials', 'minidesk-local', redirectUri, 'javascript:alert(1)'],
  ...['../..', '\u0000', '%zz', '𝒳', '"><script>', '__proto__', 'x'.repeat(3000), '['],
)
const names = fc.constantFrom(
  ...['client_id', 'redirect_uri', 'response_type', 'code_challenge', 'code_challenge_method'],
  ...['state', 'prompt', 'transaction', 'user', 'decision', 'grant_type', 'code', 'code_verifier'],
  ...['refresh_token', 'client_secret', 'org', 'provider', 'scope', '__proto__'],
)
const form = fc
  .array(fc.tuple(names, words), { maxLength: 8 })
  .map((pairs) => String(new URLSearchParams(pairs)))

const request = fc.record({
  method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD'),
  path: fc.constantFrom(
    ...['/oauth/authorize', '/oauth/login', '/oauth/consent', '/oauth/token', '/logout', '/'],
    ...['/oauth/../logout', '//oauth/token', '/oauth/token/', '/%6fauth/token'],
  ),
  query: form,
  body: fc.oneof({ weight: 5, arbitrary: form }, fc.constantFrom('{}', '%', '=&=', '\u0000')),
  type: fc.constantFrom('application/x-www-form-urlencoded', 'application/json', 'text/plain'),
  cookie: fc.constantFrom('', 'x', 'genesys_local=%', '=;=;', `a=${'b'.repeat(2000)}`),
  authorization: fc.constantFrom('', 'Basic', 'Basic !!!', 'Basic OjpA', 'Bearer x'),
})

/** Many requests on a busy machine. */
const timeout = 30_000

describe('whatever is asked of the login host', () => {
  test('is answered, and nobody is sent where no client lives', { timeout }, () =>
    withEmulator(async (emulator) => {
      await fc.assert(
        fc.asyncProperty(request, async ({ method, path, query, body, ...headers }) => {
          const { type, cookie, authorization } = headers
          const isRead = method === 'GET' || method === 'HEAD'
          const response = await fetch(`${emulator.login}${path}?${query}`, {
            method,
            redirect: 'manual',
            headers: {
              ...(cookie && { cookie }),
              ...(authorization && { authorization }),
              'content-type': type,
            },
            ...(!isRead && { body }),
          })
          const answer = await response.text()
          expect(response.status, answer).toBeLessThan(500)
          expect(answer).not.toContain('"><script>')
          const location = response.headers.get('location')
          if (location !== null && URL.canParse(location)) {
            expect([redirectUri, emulator.login]).toContainEqual(
              expect.stringContaining(new URL(location).origin),
            )
          }
        }),
        { seed: 20_261_120, numRuns: 300 },
      )
      expect((await signIn(emulator)).userId).toBeTruthy()
    }),
  )
})
