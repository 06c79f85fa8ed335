import { describe, expect, test } from 'vitest'
import { systemPresence } from '~/genesys/presence'
import type { PresenceDefinition } from '~/genesys/wire'
import { choices, definitionFromWire, presenceFromWire, routingFromWire } from '~/presence/presence'
import { definitions } from '../fixtures/presence'

const define = (wire: PresenceDefinition, locale = 'de_DE') => definitionFromWire(wire, locale)
const all = definitions.flatMap((wire) => define(wire) ?? [])

describe('a presence, however it is written', () => {
  test.each([
    ['On Queue', 'onqueue'],
    ['OnQueue', 'onqueue'],
    ['ON_QUEUE', 'onqueue'],
    ['on_queue', 'onqueue'],
    ['Available', 'available'],
    ['AVAILABLE', 'available'],
    ['Idle', 'idle'],
    ['Offline', 'offline'],
    ['Meeting', 'meeting'],
    ['Tomorrow', 'other'],
    ['toString', 'other'],
    ['', 'other'],
    [undefined, 'other'],
  ])('%j is %s', (text, system) => {
    expect(systemPresence(text)).toBe(system)
  })

  test('has the time Genesys Cloud says, else now', () => {
    const presenceDefinition = { id: 'busy', systemPresence: 'BUSY' }
    const modifiedDate = '2027-01-15T08:00:00.000Z'
    expect(presenceFromWire({ presenceDefinition, modifiedDate }, 7)).toEqual({
      definitionId: 'busy',
      system: 'busy',
      since: 1_800_000_000_000,
    })
    expect(presenceFromWire({ presenceDefinition }, 7)?.since).toBe(7)
    expect(presenceFromWire({ presenceDefinition, modifiedDate: 'soon' }, 7)?.since).toBe(7)
  })

  test('that names no definition says nothing', () => {
    expect(presenceFromWire({}, 7)).toBeUndefined()
    expect(presenceFromWire({ presenceDefinition: {} }, 7)).toBeUndefined()
  })
})

describe('a routing status', () => {
  test.each(['OFF_QUEUE', 'IDLE', 'INTERACTING', 'NOT_RESPONDING', 'COMMUNICATING'])(
    '%s is known',
    (status) => {
      expect(routingFromWire({ status }, 7)).toEqual({ status, since: 7 })
    },
  )
  test('of tomorrow is "other", and none is none', () => {
    expect(routingFromWire({ status: 'DREAMING' }, 7)?.status).toBe('other')
    expect(routingFromWire({}, 7)).toBeUndefined()
  })
})

describe('the menu of presences', () => {
  test('is in the order agents look for them, the organization’s own under theirs', () => {
    expect(choices(all).map(({ label }) => label)).toEqual([
      ...[
        'Im Dienst',
        'Verfügbar',
        'Beschäftigt',
        'Backoffice',
        'Training mit Team',
        'Pause',
        'Offline',
      ],
    ])
  })

  test('leaves out what was deactivated, what is unknown, and what nobody chooses', () => {
    const labels = choices(all).map(({ label }) => label)
    expect(labels).not.toContain('Abgeschafft')
    expect(labels).not.toContain('Untätig')
    expect(labels).not.toContain('Neuartig')
  })

  test('speaks the agent’s language, else English, else whatever there is', () => {
    const wire = {
      id: 'a',
      systemPresence: 'Busy',
      languageLabels: { de_DE: 'Beschäftigt', en_US: 'Busy' },
    }
    expect(define(wire)?.label).toBe('Beschäftigt')
    expect(define(wire, 'fr_FR')?.label).toBe('Busy')
    expect(define({ ...wire, languageLabels: { it: 'Occupato' } })?.label).toBe('Occupato')
    expect(define({ ...wire, languageLabels: {}, name: 'Busy!' })?.label).toBe('Busy!')
    expect(define({ ...wire, languageLabels: {} })).toBeUndefined()
    expect(define({ ...wire, id: undefined })).toBeUndefined()
  })
})
