/** Which keys do what: as it comes, and as the agent has changed it. */
import type { Settings } from '~/storage/settings'
import { createShared } from '~/storage/shared'
import { type Action, actions, harmless, standard } from './actions'
import { type Chord, isChord, isSingle } from './chords'
import { type Reserved, reservedFor } from './reserved'

export type Keymap = ReturnType<typeof createKeymap>

/** What was changed; an empty text where an action is to have none. */
type Changed = Readonly<Partial<Record<Action, Chord>>>

/** Why it cannot be that one. */
export type Problem =
  | { readonly kind: Reserved | 'single' }
  | { readonly kind: 'taken'; readonly by: Action }

export const keysSetting = 'keys'

/** Why those keys are not for that action, whoever else has them. */
export function unfit(chord: Chord, action: Action): Problem | undefined {
  if (isSingle(chord)) return harmless.includes(action) ? undefined : { kind: 'single' }
  const kind = reservedFor(chord)
  return kind && { kind }
}

/** What was kept may be anything; nothing of it may have a single key end a call. */
export function changedFromStorage(kept: unknown): Changed {
  const found: Partial<Record<Action, Chord>> = {}
  const all: Record<string, unknown> = { ...Object(kept) }
  for (const action of actions) {
    const chord = all[action]
    if (chord === '' || (isChord(chord) && !unfit(chord, action))) found[action] = chord
  }
  // One chord does one thing: the first that has it.
  const seen = new Set<Chord>()
  for (const action of actions) {
    const chord = found[action] ?? standard[action]
    if (chord && seen.has(chord)) found[action] = ''
    seen.add(chord)
  }
  return found
}

export function createKeymap(settings: Settings) {
  const { now, change } = createShared<Changed>(
    settings,
    keysSetting,
    changedFromStorage,
    (changed) => changed,
  )
  const of = (action: Action): Chord | undefined => (now()[action] ?? standard[action]) || undefined
  const actionOf = (chord: Chord) => actions.find((action) => of(action) === chord)
  const set = (action: Action, chord: Chord) =>
    change(({ [action]: _, ...others }) =>
      chord === standard[action] ? others : { ...others, [action]: chord },
    )

  function problemOf(action: Action, chord: Chord): Problem | undefined {
    const by = actionOf(chord)
    return unfit(chord, action) ?? (by && by !== action ? { kind: 'taken', by } : undefined)
  }

  return {
    of,
    actionOf,
    isChanged: (action: Action) => now()[action] !== undefined,
    /** Answers why not, when it is not. */
    assign(action: Action, chord: Chord): Problem | undefined {
      const problem = problemOf(action, chord)
      if (!problem) set(action, chord)
      return problem
    },
    unassign: (action: Action) => set(action, ''),
    /** As it comes, unless another action has those keys by now. */
    reset: (action: Action): Problem | undefined => {
      const problem = problemOf(action, standard[action])
      if (!problem) set(action, standard[action])
      return problem
    },
  }
}
