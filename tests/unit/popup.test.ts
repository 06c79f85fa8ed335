import { afterEach, describe, expect, test, vi } from 'vitest'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

/** What the page does, in its order, when the login host sends a window there. */
async function arriveWith(search: string, opener: 'there' | 'closed' | null = 'there') {
  const did: string[] = []
  const origin = 'https://desk.example.com'
  const words = { textContent: '' }
  vi.stubGlobal('location', { search, pathname: '/popup.html', origin })
  vi.stubGlobal('history', {
    replaceState: (_state: unknown, _title: string, url: string) => did.push(`address ${url}`),
  })
  vi.stubGlobal('document', { getElementById: () => words, body: { style: {} } })
  vi.stubGlobal('window', {
    opener: opener && {
      closed: opener === 'closed',
      postMessage: (data: object, to: string) => did.push(`tell ${to} ${JSON.stringify(data)}`),
    },
    close: () => did.push('close'),
  })
  // @ts-expect-error It is a script of its own, and exports nothing.
  await import('~/popup')
  return { did, words: words.textContent }
}

describe('the page that the login host sends the window of a frame to', () => {
  test('takes the answer out of the address first, tells it to our own host alone, and closes', async () => {
    const { did } = await arriveWith('?code=abc&state=xyz')
    expect(did).toEqual([
      'address /popup.html',
      'tell https://desk.example.com {"source":"minidesk","answer":"code=abc&state=xyz"}',
      'close',
    ])
  })

  test.each([null, 'closed'] as const)(
    'says so when nobody is there to be told: %s',
    async (opener) => {
      const { did, words } = await arriveWith('?code=abc', opener)
      expect(did).toEqual(['address /popup.html'])
      expect(words).toContain('could not be brought back')
      expect(words).toContain('Open in a new tab')
    },
  )

  test('without an answer tells nobody anything', async () => {
    const { did, words } = await arriveWith('')
    expect(did).toEqual(['address /popup.html'])
    expect(words).toContain('nothing to do')
  })

  test('tells no more of a long answer than the engine would take', async () => {
    const { did } = await arriveWith(`?code=${'x'.repeat(10_000)}`)
    expect(did[1]?.match(/x/g)).toHaveLength(4_096 - 'code='.length + 1)
  })
})
