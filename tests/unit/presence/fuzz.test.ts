import { createRoot } from 'solid-js'
import { expect, test } from 'vitest'
import { choices, definitionFromWire, presenceFromWire, routingFromWire } from '~/presence/presence'
import { createQueues } from '~/queues/store'
import { fakeAsk } from '../fake-ask'
import { time } from '../fixtures/conversations'
import { spoiled } from '../fixtures/fuzz'
import { became, definitions } from '../fixtures/presence'

test('definitions with anything wrong in them are still read, and sorted', () => {
  for (const wires of spoiled([...definitions])) {
    const list = Array.isArray(wires) ? wires : []
    const read = list.flatMap((wire) => definitionFromWire(wire, 'de_DE') ?? [])
    for (const { id, label } of choices(read)) expect([typeof id, typeof label]).toEqual(words)
  }
})

test('a presence and a routing status with anything wrong in them are still read', () => {
  for (const wire of spoiled(became('busy'))) {
    const seen = presenceFromWire(wire, 0)
    if (seen) expect([typeof seen.definitionId, seen.since >= 0]).toEqual(['string', true])
  }
  for (const wire of spoiled({ status: 'IDLE', startTime: time(0) })) {
    const seen = routingFromWire(wire, 0)
    if (seen) expect(seen.since >= 0).toBe(true)
  }
})

test('queues with anything wrong in them are still read', () => {
  const queues = createRoot(() => createQueues(fakeAsk().ask))
  const wires = [
    { id: 'q-1', name: 'Billing' },
    { id: 'q-2', name: 'Repairs' },
  ]
  queues.replace(wires)
  for (const one of spoiled(wires)) {
    queues.replace(one)
    for (const id of ['q-1', 'q-2']) expect(['Billing', 'Repairs', 'x']).toContain(queues.name(id))
  }
})

const words = ['string', 'string']
