import { createRoot } from 'solid-js'
import { describe, expect, test } from 'vitest'
import { createNotices } from '~/notices/store'
import { createManualClock } from '../../manual-clock'

function createStage() {
  const clock = createManualClock()
  const notices = createRoot(() => createNotices(clock))
  return { clock, notices, texts: () => notices.all().map(({ text }) => text) }
}

describe('what the desk has to say', () => {
  test('stays for twenty seconds, each by its own time', () => {
    const { clock, notices, texts } = createStage()
    notices.say('a')
    clock.advance(10_000)
    notices.say('b')
    clock.advance(9_999)
    expect(texts()).toEqual(['a', 'b'])
    clock.advance(1)
    expect(texts()).toEqual(['b'])
    clock.advance(10_000)
    expect(texts()).toEqual([])
  })

  test('goes when it is dismissed, and only that', () => {
    const { notices, texts } = createStage()
    notices.say('a')
    notices.say('b')
    notices.dismiss(notices.all()[0]?.id ?? 0)
    expect(texts()).toEqual(['b'])
  })

  test('is not said twice, but anew, with all its time', () => {
    const { clock, notices, texts } = createStage()
    notices.say('a')
    notices.say('b')
    clock.advance(15_000)
    notices.say('a')
    expect(texts()).toEqual(['b', 'a'])
    clock.advance(10_000)
    expect(texts()).toEqual(['a'])
  })

  test('goes when what it is about has succeeded after all', () => {
    const { notices, texts } = createStage()
    notices.say('The transfer did not happen.', 'transfer call-1')
    notices.say('Hold did not happen.', 'hold call-1')
    notices.unsay('transfer call-1')
    expect(texts()).toEqual(['Hold did not happen.'])
  })

  test('can be read again when it is gone: the newest first, the last twenty', () => {
    const { clock, notices } = createStage()
    notices.say('a', 'hold call-1')
    notices.unsay('hold call-1')
    clock.advance(60_000)
    notices.say('b')
    notices.dismiss(notices.all()[0]?.id ?? 0)
    expect(notices.all()).toEqual([])
    expect(notices.past()).toMatchObject([{ text: 'b', at: clock.now() }, { text: 'a' }])
    for (let n = 0; n < 30; n++) notices.say(`${n}`)
    expect(notices.past().map(({ text }) => text)).toHaveLength(20)
    expect(notices.past()[0]).toMatchObject({ text: '29' })
  })

  test('never covers the desk: four at most, the newest', () => {
    const { notices, texts } = createStage()
    for (const text of ['a', 'b', 'c', 'd', 'e']) notices.say(text)
    expect(texts()).toEqual(['b', 'c', 'd', 'e'])
  })
})
