import { createRoot, createSignal } from 'solid-js'
import { expect, test } from 'vitest'
import { createNext } from '~/presence/next'
import { settled } from '../settled'
import { createStage } from './stage'

/** On queue, and in a conversation. */
function busyStage(isKept = async () => false) {
  const { presence, chosen, clock, wishes } = createStage('on-queue')
  const said: string[] = []
  const [busy, setBusy] = createSignal(true)
  const [whyNot, setWhyNot] = createSignal<string>()
  let readAt = clock.now()
  const next = createRoot(() =>
    createNext({
      ...{ presence, clock, busy, whyNot, isKept },
      readAt: () => readAt,
      onHeld: () => {},
      tell: (text) => said.push(text),
    }),
  )
  return {
    ...{ presence, clock, next, said, setBusy, setWhyNot, wishes },
    follow: (id: string) => next.choose(chosen(id)),
    choose: (id: string) => presence.choose(chosen(id)),
    /** The facts are read at this moment. */
    read: () => {
      readAt = clock.now()
    },
  }
}

test('what is to follow is ordered at the very end of the work, once', async () => {
  const { clock, follow, setBusy, wishes, next } = busyStage()
  follow('break')
  clock.advance(600_000)
  expect([next.label(), wishes()]).toEqual(['break', []])
  setBusy(false)
  setBusy(true)
  setBusy(false)
  await settled()
  expect([next.held(), wishes()]).toEqual([undefined, ['break']])
})

test('with nothing under way it is ordered at once', async () => {
  const { follow, setBusy, wishes, next } = busyStage()
  setBusy(false)
  follow('break')
  await settled()
  expect([next.held(), wishes()]).toEqual([undefined, ['break']])
})

test('a machine that slept does not order it late, whichever it notices first', async () => {
  for (const first of ['the end', 'the sleep']) {
    const { clock, follow, setBusy, wishes, said } = busyStage()
    follow('break')
    clock.advance(7_000)
    clock.sleep(90_000)
    if (first === 'the sleep') clock.advance(1)
    setBusy(false)
    await settled()
    expect(wishes()).toEqual([])
    expect(said).toEqual([
      expect.stringMatching(/^You were not set to break\. This page was asleep/),
    ])
  }
})

test('a hidden page, whose timers browsers let run once a minute, is not asleep', async () => {
  const { clock, follow, setBusy, wishes, said } = busyStage()
  follow('break')
  for (let minutes = 0; minutes < 20; minutes++) {
    clock.sleep(60_000)
    clock.advance(1)
  }
  clock.sleep(59_000)
  setBusy(false)
  await settled()
  expect([said, wishes()]).toEqual([[], ['break']])
})

test('an end that is only read counts while the reading before it is young', async () => {
  for (const [since, sent] of [
    [12_000, ['break']],
    [30_000, []],
  ] as const) {
    const { clock, follow, setBusy, read, wishes, said } = busyStage()
    follow('break')
    clock.advance(10_000)
    read()
    clock.advance(since)
    read()
    // What was read takes its time to be put in its place.
    clock.sleep(20)
    setBusy(false)
    await settled()
    expect(wishes()).toEqual(sent)
    expect(said).toHaveLength(1 - sent.length)
  }
})

test('locked or signed out at that moment, it is not ordered, nor later', async () => {
  const { clock, follow, setBusy, setWhyNot, wishes, said } = busyStage()
  follow('break')
  setWhyNot('Minidesk was locked.')
  setBusy(false)
  setWhyNot(undefined)
  setBusy(true)
  setBusy(false)
  clock.advance(60_000)
  await settled()
  expect(wishes()).toEqual([])
  expect(said).toEqual(['You were not set to break. Minidesk was locked.'])
})

test('the agent who chooses another status meanwhile has decided otherwise', async () => {
  const { follow, choose, setBusy, wishes, said } = busyStage()
  follow('break')
  choose('busy')
  await settled()
  setBusy(false)
  await settled()
  expect(wishes()).toEqual(['busy'])
  expect(said).toEqual([expect.stringMatching(/changed meanwhile/)])
})

test('what Genesys Cloud keeps itself is handed over; what it cannot say stays here', async () => {
  const kept = busyStage(async () => true)
  kept.follow('break')
  await settled()
  expect([kept.wishes(), kept.next.held()]).toEqual([['break'], undefined])
  const unknown = busyStage(() => Promise.reject(new Error('refused')))
  unknown.follow('break')
  await settled()
  expect([unknown.wishes(), unknown.next.held()?.id]).toEqual([[], 'break'])
})
