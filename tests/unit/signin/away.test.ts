import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { isOnItsWay } from '~/signin/away'
import { createSignIn, type Engine } from '~/signin/signin'
import { createManualClock } from '../../manual-clock'
import { fakeStorage } from '../fake-storage'

const transaction = {
  verifier: 'v',
  state: 's',
  site: 'This computer',
  login: 'http://localhost:4510',
  redirectUri: 'http://localhost:5173/callback.html',
  returnTo: '#/',
  startedAt: 1,
}

beforeEach(() => {
  const kept = new Map<string, string>()
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  })
  vi.stubGlobal('addEventListener', () => {})
  vi.stubGlobal('document', { querySelectorAll: () => [] })
  vi.stubGlobal('history', { replaceState: () => {} })
})
afterEach(() => vi.unstubAllGlobals())

/** A page, whose browser goes where it is sent. */
function openPage(hash: string) {
  const onItsWay: boolean[] = []
  const go = () => void onItsWay.push(isOnItsWay())
  vi.stubGlobal('location', { hash, assign: go, replace: go })
  const engine: Engine = {
    shared: true,
    active: () => {},
    begin: async () => ({ url: 'http://localhost:4510/oauth/authorize', transaction }),
    finish: async () => ({ close: false, signedIn: true }),
    places: async () => undefined,
    read: () => Promise.reject(new Error('nothing is read')),
  }
  const clock = createManualClock()
  const signIn = createSignIn({ engine, clock, storage: fakeStorage(), wish: '' })
  return { signIn, onItsWay }
}

test('a tab is on its way from the moment it leaves for the login page until it is back', async () => {
  const { signIn, onItsWay } = openPage('#/')
  expect(isOnItsWay()).toBe(false)
  void signIn.leave()
  await vi.waitFor(() => expect(onItsWay).toEqual([true]))
  openPage('#lost').signIn.resume()
  expect(isOnItsWay()).toBe(false)
})

test('where the browser blocks storage nobody is', () => {
  vi.stubGlobal('sessionStorage', undefined)
  expect(isOnItsWay()).toBe(false)
})
