import { afterEach, describe, expect, test, vi } from 'vitest'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

/** What the page does, in its order, when the login host sends the browser there. */
async function arriveWith(search: string, blocked = false): Promise<string[]> {
  const did: string[] = []
  vi.stubGlobal('location', {
    search,
    pathname: '/desk/callback.html',
    replace: (url: string) => did.push(`go ${url}`),
  })
  vi.stubGlobal('history', {
    replaceState: (_state: unknown, _title: string, url: string) => did.push(`address ${url}`),
  })
  vi.stubGlobal('sessionStorage', {
    setItem(key: string, value: string) {
      if (blocked) throw new DOMException('blocked', 'SecurityError')
      did.push(`keep ${key}=${value}`)
    },
  })
  // @ts-expect-error It is a script of its own, and exports nothing.
  await import('~/callback')
  return did
}

describe('the page that the login host sends the browser to', () => {
  test('takes the answer out of the address before anything else, and goes on to the desk', async () => {
    expect(await arriveWith('?code=abc&state=xyz')).toEqual([
      'address /desk/callback.html',
      'keep minidesk.answer=code=abc&state=xyz',
      'go ./index.html',
    ])
  })

  test('without an answer goes on to the page that has the browser forget', async () => {
    expect(await arriveWith('')).toEqual(['address /desk/callback.html', 'go ./signed-out.html'])
  })

  test('goes to the desk even when storage is blocked, and says that there was an answer', async () => {
    expect(await arriveWith('?code=abc', true)).toEqual([
      'address /desk/callback.html',
      'go ./index.html#lost',
    ])
  })

  test('keeps no more of a long answer than the engine would take', async () => {
    const did = await arriveWith(`?code=${'x'.repeat(10_000)}`)
    expect(did[1]?.slice('keep minidesk.answer='.length)).toHaveLength(4_096)
  })
})
