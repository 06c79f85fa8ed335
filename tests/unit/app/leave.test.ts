import { describe, expect, test } from 'vitest'
import { leave } from '~/app/leave'
import { createManualClock } from '../../manual-clock'
import { settled } from '../settled'

const never = new Promise<never>(() => {})

function page(
  ended: Promise<string | undefined>,
  change: { empty?: () => Promise<void>; isOnline?: () => boolean } = {},
) {
  const clock = createManualClock()
  const gone: string[] = []
  let stayed: string | undefined
  const go = (url: string) => gone.push(url)
  const parts = { clock, go, empty: async () => {}, isOnline: () => true, ...change }
  void leave(ended, parts).then((why) => {
    stayed = why
  })
  return {
    gone,
    stayed: () => stayed,
    async pass(ms: number) {
      clock.advance(ms)
      await settled()
    },
  }
}

describe('signing out', () => {
  test('leaves for the login host when everything is let go of', async () => {
    let emptied = () => {}
    const empty = () =>
      new Promise<void>((done) => {
        emptied = done
      })
    const { gone, pass } = page(Promise.resolve('https://login/logout'), { empty })
    await pass(0)
    expect(gone).toEqual([])
    emptied()
    await pass(0)
    expect(gone).toEqual(['https://login/logout'])
  })

  test('is kept by no store that never answers', async () => {
    const { gone, pass } = page(Promise.resolve('https://login/logout'), { empty: () => never })
    await pass(0)
    await pass(2_000)
    expect(gone).toHaveLength(1)
  })

  test('says so when Genesys Cloud could not be told', async () => {
    const { gone, stayed, pass } = page(Promise.resolve(undefined))
    await pass(0)
    expect([gone, stayed()]).toEqual([[], 'untold'])
  })

  test('leaves for no page that cannot be there', async () => {
    const offline = { isOnline: () => false }
    const { gone, stayed, pass } = page(Promise.resolve('https://login/logout'), offline)
    await pass(0)
    expect([gone, stayed()]).toEqual([[], 'untold'])
  })

  test('waits for no engine that is dead', async () => {
    const { stayed, pass } = page(never)
    await pass(5_999)
    expect(stayed()).toBeUndefined()
    await pass(1)
    expect(stayed()).toBe('untold')
  })

  test('says so when the login page does not open', async () => {
    const { stayed, pass } = page(Promise.resolve('https://login/logout'))
    await pass(0)
    await pass(14_999)
    expect(stayed()).toBeUndefined()
    await pass(1)
    expect(stayed()).toBe('slow')
  })
})
