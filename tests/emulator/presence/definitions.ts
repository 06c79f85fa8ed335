import type { Random } from '../random'
import type { Switches } from '../switches'
import { type Labels, systemLabels } from './labels'

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
  /** By locale, `en_US` among them. */
  readonly labels: Labels
  readonly type: 'System' | 'User'
  readonly systemPresence: SystemPresence
  /** No longer to be chosen. */
  readonly deactivated: boolean
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

interface OwnPlan {
  readonly systemPresence: SystemPresence
  readonly labels: Labels
  readonly deactivated?: boolean
}

/** What the organisation has added under the system presences. */
const own: readonly OwnPlan[] = [
  { systemPresence: 'Meal', labels: { en_US: 'Lunch', de: 'Mittagessen', fr: 'Déjeuner' } },
  { systemPresence: 'Meeting', labels: { en_US: 'Coaching', de: 'Coaching' } },
  { systemPresence: 'Busy', labels: { en_US: 'Follow-up calls', de: 'Rückrufe', fr: 'Rappels' } },
  { systemPresence: 'Busy', labels: { en_US: 'Stocktaking', de: 'Inventur' }, deactivated: true },
]

/** `On Queue`: a system presence in words, as users and REST presences have it. */
export function inWords(presence: SystemPresence): string {
  return presence === 'OnQueue' ? 'On Queue' : presence
}

/** `ON_QUEUE`: a system presence as notifications have it. */
export function inCapitals(presence: SystemPresence): string {
  return inWords(presence).toUpperCase().replaceAll(' ', '_')
}

export type PresenceSpelling = Switches['presenceSpelling']

/** UNSURE in the official documents: how REST spells the system presence of a user. */
export function spell(presence: SystemPresence, spelling: PresenceSpelling): string {
  if (spelling === 'capitals') return inCapitals(presence)
  return spelling === 'words' ? inWords(presence) : presence
}

export function makeDefinitions(random: Random): Definition[] {
  return [
    ...system.map((presence) => ({
      id: random.uuid(),
      label: inWords(presence),
      labels: { ...systemLabels[presence], en_US: inWords(presence) },
      type: 'System' as const,
      systemPresence: presence,
      deactivated: false,
    })),
    ...own.map((plan) => ({
      deactivated: false,
      ...plan,
      id: random.uuid(),
      label: plan.labels.en_US,
      type: 'User' as const,
    })),
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
