import { describe, expect, test } from 'vitest'
import { requireRights, tokenOf } from '../../emulator/api/gate'
import { routes } from '../../emulator/api/handlers'
import { fitsName, page } from '../../emulator/api/paging'
import { match } from '../../emulator/http/router'
import { createStage } from './stage'
import { signIn, withEmulator } from './visitor'

const rightsOf = (operation: string) => {
  const found = routes.find((route) => route.operation === operation)
  if (!found) throw new Error(`No route ${operation}`)
  return found
}

describe('the gate of the API', () => {
  test('asks for a token, and for one that lives', () =>
    withEmulator(async (emulator) => {
      const url = `${emulator.api}/api/v2/users/me`
      const none = await fetch(url)
      expect(none.status).toBe(401)
      const body = await none.json()
      expect(body.code).toBe('authentication.required')
      expect(body.contextId).toBe(none.headers.get('ININ-Correlation-Id'))
      const wrong = await fetch(url, { headers: { authorization: 'Bearer nonsense' } })
      expect(wrong.status).toBe(401)
      expect((await wrong.json()).code).toBe('bad.credentials')
    }))

  test('knows no other paths and methods', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      expect(await ana.ask('GET', '/users/me/presence')).toMatchObject({
        status: 404,
        body: { code: 'not.found' },
      })
      expect((await ana.ask('DELETE', '/users/me')).status).toBe(405)
    }))

  test.each([
    ['no JSON', '{', 'application/json', 400, 'bad.request'],
    ['another type', '{}', 'text/plain', 415, 'unsupported.media.type'],
    ['too much', `"${'x'.repeat(512_000)}"`, 'application/json', 413, 'request.entity.too.large'],
  ])('refuses a body with %s', (_what, body, type, status, code) =>
    withEmulator(async (emulator) => {
      const { token, userId } = await signIn(emulator)
      const answer = await fetch(`${emulator.api}/api/v2/users/${userId}/routingstatus`, {
        method: 'PUT',
        headers: { authorization: `Bearer ${token}`, 'content-type': type },
        body,
      })
      expect(answer.status).toBe(status)
      expect((await answer.json()).code).toBe(code)
    }),
  )

  test('takes 300 requests a minute, and says when to come back', () =>
    withEmulator(async (emulator) => {
      const { token } = await signIn(emulator)
      const ask = () =>
        fetch(`${emulator.api}/api/v2/tokens/me`, {
          method: 'HEAD',
          headers: { authorization: `Bearer ${token}` },
        })
      // One went into signing in.
      for (let count = 1; count < 300; count += 1) expect((await ask()).status).toBe(200)
      const late = await fetch(`${emulator.api}/api/v2/tokens/me`, {
        headers: { authorization: `Bearer ${token}` },
      })
      expect(late.status).toBe(429)
      const seconds = late.headers.get('retry-after')
      expect(await late.json()).toMatchObject({
        code: 'too.many.requests.retry.after',
        message: `Rate limit exceeded the maximum. Retry the request in [${seconds}] seconds`,
        details: [],
        errors: [],
      })
    }))

  test('any origin may ask, after a preflight that is remembered', () =>
    withEmulator(async (emulator) => {
      const answer = await fetch(`${emulator.api}/api/v2/conversations`, {
        method: 'OPTIONS',
        headers: {
          origin: 'https://desk.example',
          'access-control-request-method': 'PATCH',
          'access-control-request-headers': 'authorization,content-type',
        },
      })
      expect(answer.status).toBe(204)
      expect(answer.headers.get('access-control-allow-origin')).toBe('*')
      expect(answer.headers.get('access-control-allow-methods')).toContain('PATCH')
      expect(answer.headers.get('access-control-allow-headers')).toContain('authorization')
      expect(answer.headers.get('access-control-max-age')).toBe('600')
    }))
})

describe('rights', () => {
  const { world } = createStage()
  const [user] = world.org.users
  if (!user) throw new Error('No user')
  const token = (...scopes: string[]) => {
    const owner = { userId: user.id, clientId: 'minidesk-local', scopes }
    const found = world.tokens.find(world.tokens.issue(owner, 60).value)
    if (!found) throw new Error('No token')
    return found
  }
  const codeOf = (run: () => void) => {
    try {
      run()
      return undefined
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
  }

  test('a read is admitted by either scope, a write by one', () => {
    const reads = rightsOf('getConversations')
    const writes = rightsOf('postConversationDisconnect')
    const narrow = token('conversations:readonly')
    expect(codeOf(() => requireRights(reads, narrow, user, false))).toBeUndefined()
    expect(codeOf(() => requireRights(writes, narrow, user, false))).toBe(
      'app.not.authorized.for.scope',
    )
  })

  test('a missing permission is named by any or all', () => {
    const nobody = { ...user, permissions: [] }
    const full = token('conversations', 'routing')
    expect(codeOf(() => requireRights(rightsOf('getConversation'), full, nobody, false))).toBe(
      'missing.any.permissions',
    )
    expect(codeOf(() => requireRights(rightsOf('getRoutingQueue'), full, nobody, false))).toBe(
      'missing.permissions',
    )
    expect(
      codeOf(() => requireRights(rightsOf('getConversation'), full, nobody, true)),
    ).toBeUndefined()
  })

  test.each([
    ['postConversationParticipantReplaceAgent', ['', 'Agent']],
    ['postConversationParticipantReplaceExternal', ['', 'External']],
    ['postConversationParticipantReplaceQueue', ['', 'Queue']],
    ['postConversationParticipantTransfer', ['']],
  ])('%s takes any one of its permissions, and no other', (operation, own) => {
    const all = ['', 'Agent', 'External', 'Queue']
    const admitting = all.filter((which) => {
      const permissions = [`conversation:communication:blindTransfer${which}`]
      const bearer = token('conversations')
      const one = { ...user, permissions }
      return !codeOf(() => requireRights(rightsOf(operation), bearer, one, true))
    })
    expect(admitting).toEqual(own)
  })

  test('a token is found whatever the case of Bearer', () => {
    const { value } = world.tokens.issue({ userId: user.id, clientId: 'x', scopes: [] }, 60)
    const exchange = {
      method: 'GET',
      path: '/',
      query: new URLSearchParams(),
      headers: new Headers({ authorization: `bearer ${value}` }),
      body: '',
      correlationId: '',
    }
    expect(tokenOf(exchange, world.tokens)?.userId).toBe(user.id)
  })
})

describe('paths, names and pages', () => {
  test('a fixed path wins over a parameter', () => {
    const found = match(routes, 'GET', '/api/v2/users/me')
    expect(typeof found === 'string' ? found : found.route.operation).toBe('getUsersMe')
    const other = match(routes, 'GET', '/api/v2/users/42')
    expect(typeof other === 'string' ? other : other.params).toEqual({ userId: '42' })
  })

  test.each([
    ['billing', true],
    ['bill', false],
    ['bill*', true],
    ['*ING', true],
    ['*illi*', true],
    ['*sales*', false],
    [null, true],
  ])('the name filter %s finds Billing: %s', (filter, fits) => {
    expect(fitsName(filter, 'Billing')).toBe(fits)
  })

  test('a page links to its neighbours', () => {
    const query = new URLSearchParams({ pageSize: '2', pageNumber: '2', name: '*a*' })
    expect(page([1, 2, 3, 4, 5], '/queues', query)).toEqual({
      entities: [3, 4],
      pageSize: 2,
      pageNumber: 2,
      total: 5,
      pageCount: 3,
      firstUri: '/queues?pageSize=2&pageNumber=1&name=*a*',
      previousUri: '/queues?pageSize=2&pageNumber=1&name=*a*',
      nextUri: '/queues?pageSize=2&pageNumber=3&name=*a*',
      lastUri: '/queues?pageSize=2&pageNumber=3&name=*a*',
      selfUri: '/queues?pageSize=2&pageNumber=2&name=*a*',
    })
  })
})
