import { expect, test } from 'vitest'
import { control, signIn, withEmulator } from './visitor'

const searching = 'directory:user:view'
const search = { query: [{ type: 'CONTAINS', fields: ['name'], value: 'ben' }] }

test('a permission that is taken away in the middle counts from the next request on', () =>
  withEmulator(async (emulator) => {
    const ana = await signIn(emulator)
    const change = (body: object) =>
      control(emulator, 'POST', `/users/${ana.userId}/permissions`, body)
    expect((await ana.ask('POST', '/users/search', search)).status).toBe(200)
    expect((await change({ remove: [searching] })).body.permissions).not.toContain(searching)
    expect(await ana.ask('POST', '/users/search', search)).toMatchObject({
      status: 403,
      body: { code: 'missing.any.permissions', messageParams: { permissions: searching } },
    })
    const me = await ana.ask('GET', '/users/me?expand=authorization')
    expect(me.body.authorization.permissions).not.toContain(searching)
    expect((await change({ add: [searching] })).body.permissions).toContain(searching)
    expect((await ana.ask('POST', '/users/search', search)).status).toBe(200)
    expect((await change({ revoke: [searching] })).status).toBe(400)
    expect((await change({ remove: ['everything'] })).body.field).toBe('remove')
  }))
