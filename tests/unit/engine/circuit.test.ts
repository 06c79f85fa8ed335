import { beforeEach, describe, expect, test } from 'vitest'
import { type Circuit, createCircuit, type Goer, type Permit } from '~/engine/circuit'
import { createManualClock, type ManualClock } from '../../manual-clock'
import { settled } from '../settled'

let clock: ManualClock
let circuit: Circuit
let went: { name: string; at: number; permit: Permit }[]
let began: number

beforeEach(() => {
  clock = createManualClock()
  began = clock.now()
  circuit = createCircuit(clock, () => 0.5)
  went = []
})

const search = { operation: 'search', lane: 'screen' } as const
const list = { operation: 'list', lane: 'screen' } as const
const names = () => went.map(({ name }) => name)

/** Wants to go, and is noted when it may; rejects nothing. */
async function want(name: string, goer: Goer = list, patience = 600_000, signal?: AbortSignal) {
  const permit = await circuit.enter(goer, patience, signal)
  if (permit) went.push({ name, at: clock.now() - began, permit })
  return permit
}

/** So many in a row without an answer. */
function fail(...goers: Goer[]) {
  for (const goer of goers) circuit.pass(goer).over('silent')
}

async function pass(ms: number) {
  for (let step = 0; step < ms; step += 100) {
    clock.advance(100)
    await settled()
  }
}

describe('while the host answers', () => {
  test('nobody waits', async () => {
    await want('one')
    fail(search, list)
    await want('two')
    expect(names()).toEqual(['one', 'two'])
    expect(circuit.state()).toEqual({ state: 'closed', since: began })
  })

  test('one answer in between, and it was no outage', async () => {
    fail(search, list)
    circuit.pass(list).over('answered')
    fail(search)
    expect(circuit.state().state).toBe('closed')
  })

  test('one operation whose own service is down is no outage; several are', () => {
    for (let again = 0; again < 9; again++) fail(search)
    expect(circuit.state().state).toBe('closed')
    fail(list)
    expect(circuit.state()).toEqual({ state: 'open', since: began })
  })

  test('what was given up says nothing', () => {
    for (let again = 0; again < 9; again++) circuit.pass(again % 2 ? list : search).over('given-up')
    expect(circuit.state().state).toBe('closed')
  })
})

describe('while it does not', () => {
  beforeEach(() => fail(search, search, list))

  test('an hour of it costs one request at a time, ever more seldom', async () => {
    const wants = Array.from({ length: 30 }, (_, place) => want(`read ${place}`, list, 4_000_000))
    for (let minute = 0; minute < 60; minute++)
      for (let second = 0; second < 60; second++) {
        clock.advance(1_000)
        await settled()
        for (const { permit } of went.splice(0)) {
          // Whoever found out wants to know again.
          wants.push(want('again', list, 4_000_000))
          permit.over('silent')
        }
      }
    // 3.3 s, 9.9 s and then every 16.5 s.
    expect(wants.length - 30).toBeGreaterThan(210)
    expect(wants.length - 30).toBeLessThan(222)
  })

  test('a second one waits while the first finds out', async () => {
    void want('one')
    void want('two')
    await pass(60_000)
    expect(names()).toEqual(['one'])
    expect(circuit.state().state).toBe('trying')
  })

  test('with the first answer the others follow within a second', async () => {
    for (const name of ['one', 'two', 'three']) void want(name)
    await pass(3_400)
    went[0]?.permit.over('answered')
    expect(circuit.state().state).toBe('closed')
    await pass(1_000)
    expect(names()).toEqual(['one', 'two', 'three'])
    await want('four')
    expect(names()).toHaveLength(4)
  })

  test('who finds out and is given up is followed by another', async () => {
    void want('one')
    void want('two')
    await pass(3_400)
    went[0]?.permit.over('given-up')
    await pass(3_400)
    expect(names()).toEqual(['one', 'two'])
  })

  test('patience has an end', async () => {
    void want('one')
    const late = want('two', list, 5_000)
    await pass(5_000)
    expect(await late).toBeUndefined()
  })

  test('nobody goes who does not wait any more', async () => {
    const abort = new AbortController()
    const given = want('one', list, 60_000, abort.signal)
    abort.abort()
    expect(await given).toBeUndefined()
    await pass(60_000)
    expect(names()).toEqual([])
  })

  test('the network is back: somebody finds out at once', async () => {
    void want('one')
    await pass(100)
    circuit.tryNow()
    await settled()
    expect(names()).toEqual(['one'])
  })

  test('the network is back and nobody waits: the next one finds out', async () => {
    circuit.tryNow()
    await want('one')
    expect(names()).toEqual(['one'])
  })

  test('a command is not held back, and its answer is news', async () => {
    void want('one')
    const command = circuit.pass({ operation: 'hold', lane: 'action' })
    command.over('answered')
    await pass(1_000)
    expect(names()).toEqual(['one'])
  })

  test('who had leave before it fell silent is told so', async () => {
    circuit.pass(list).over('answered')
    const before = await circuit.enter(list, 1_000)
    fail(search, search, list)
    expect(before?.holds()).toBe(false)
    void want('finds out')
    await pass(3_400)
    expect(went[0]?.permit.holds()).toBe(true)
  })

  test('begins anew after the next outage', async () => {
    circuit.pass(list).over('answered')
    clock.advance(60_000)
    fail(search, search, list)
    expect(circuit.state()).toEqual({ state: 'open', since: began + 60_000 })
  })

  test('who has not met it finds out, before who has', async () => {
    void want('search', search)
    void want('me', { operation: 'me', lane: 'screen' })
    await pass(3_400)
    expect(names()).toEqual(['me'])
  })

  test('who is looked at finds out, before who is not', async () => {
    void want('statuses', { operation: 'statuses', lane: 'background' })
    void want('search', search)
    await pass(3_400)
    expect(names()).toEqual(['search'])
  })

  test('who is not looked at, and still waits for its turn, lets one go who is', async () => {
    void want('statuses', { operation: 'statuses', lane: 'background' })
    await pass(3_400)
    const [before] = went
    expect(before?.permit.holds()).toBe(true)
    await want('list')
    expect(names()).toEqual(['statuses', 'list'])
    expect(before?.permit.holds()).toBe(false)
    before?.permit.over('given-up')
    went[1]?.permit.over('answered')
    expect(circuit.state().state).toBe('closed')
  })

  test('but not once it has gone out', async () => {
    void want('statuses', { operation: 'statuses', lane: 'background' })
    await pass(3_400)
    went[0]?.permit.out()
    void want('list')
    await pass(60_000)
    expect(names()).toEqual(['statuses'])
  })
})
