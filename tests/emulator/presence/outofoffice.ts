import type { Clock } from '~/clock'

/** Timers are not good for much longer. */
const dayMs = 24 * 60 * 60 * 1000

/** An absence: until further notice, or from one moment to another. Times are milliseconds. */
export interface Absence {
  readonly indefinite: boolean
  readonly start?: number
  readonly end?: number
}

export interface OutOfOffice {
  of(userId: string): Absence | undefined
  /** Whether somebody is out of office now. */
  isActive(userId: string): boolean
  /** When that last changed. */
  changedAt(userId: string): number
  set(userId: string, absence: Absence | undefined): void
}

interface Options {
  readonly clock: Clock
  readonly changed: (userId: string) => void
}

/** Whether `at` lies in the absence: its end is no longer part of it. */
export function isAbsent(absence: Absence | undefined, at: number): boolean {
  if (!absence) return false
  const { indefinite, start = 0, end = Number.POSITIVE_INFINITY } = absence
  return at >= start && (indefinite || at < end)
}

/** Who is out of office, and when that begins and ends by itself. */
export function createOutOfOffice({ clock, changed }: Options): OutOfOffice {
  const start = clock.now()
  const absences = new Map<string, Absence>()
  const changes = new Map<string, number>()
  const alarms = new Map<string, () => void>()

  function tell(userId: string): void {
    changes.set(userId, clock.now())
    setAlarm(userId)
    changed(userId)
  }

  /** The next moment at which the absence begins or ends. */
  function setAlarm(userId: string): void {
    alarms.get(userId)?.()
    alarms.delete(userId)
    const now = clock.now()
    const absence = absences.get(userId)
    const moments = [absence?.start, absence?.indefinite ? undefined : absence?.end]
    const next = Math.min(...moments.flatMap((at) => (at !== undefined && at > now ? [at] : [])))
    if (!Number.isFinite(next)) return
    const wait = Math.min(next - now, dayMs)
    const ring = () => (clock.now() < next ? setAlarm(userId) : tell(userId))
    alarms.set(userId, clock.after(wait, ring))
  }

  return {
    of: (userId) => absences.get(userId),
    isActive: (userId) => isAbsent(absences.get(userId), clock.now()),
    changedAt: (userId) => changes.get(userId) ?? start,
    set(userId, absence) {
      if (absence) absences.set(userId, absence)
      else absences.delete(userId)
      tell(userId)
    },
  }
}
