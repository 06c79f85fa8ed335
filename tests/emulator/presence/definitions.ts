import type { Random } from '../random'

/** As a presence definition spells it; other places write `ON_QUEUE` or `On Queue`. */
export type SystemPresence =
  | 'Available'
  | 'Away'
  | 'Break'
  | 'Busy'
  | 'Idle'
  | 'Meal'
  | 'Meeting'
  | 'Offline'
  | 'OnQueue'
  | 'Training'

export interface Definition {
  readonly id: string
  readonly label: string
  readonly type: 'System' | 'User'
  readonly systemPresence: SystemPresence
}

const system: readonly SystemPresence[] = [
  'Available',
  'Away',
  'Break',
  'Busy',
  'Idle',
  'Meal',
  'Meeting',
  'Offline',
  'OnQueue',
  'Training',
]

const own: readonly { label: string; systemPresence: SystemPresence }[] = [
  { label: 'Lunch', systemPresence: 'Meal' },
  { label: 'Coaching', systemPresence: 'Meeting' },
  { label: 'Follow-up calls', systemPresence: 'Busy' },
]

/** `On Queue`: a system presence in words, as users and REST presences have it. */
export function inWords(presence: SystemPresence): string {
  return presence === 'OnQueue' ? 'On Queue' : presence
}

/** `ON_QUEUE`: a system presence as notifications have it. */
export function inCapitals(presence: SystemPresence): string {
  return inWords(presence).toUpperCase().replaceAll(' ', '_')
}

export function makeDefinitions(random: Random): Definition[] {
  return [
    ...system.map((presence) => ({
      id: random.uuid(),
      label: inWords(presence),
      type: 'System' as const,
      systemPresence: presence,
    })),
    ...own.map((definition) => ({ id: random.uuid(), type: 'User' as const, ...definition })),
  ]
}

/** The system definition meant by `text`: case, spaces and underscores do not matter. */
export function systemDefinition(
  definitions: readonly Definition[],
  text: string,
): Definition | undefined {
  const plain = text.replaceAll(/[\s_]/g, '').toLowerCase()
  return definitions.find(
    ({ type, systemPresence }) => type === 'System' && systemPresence.toLowerCase() === plain,
  )
}
