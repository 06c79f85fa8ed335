interface Named {
  readonly name: string
}

const { compare } = new Intl.Collator()

const upwards = new WeakMap<readonly Named[], readonly Named[]>()
const downwards = new WeakMap<readonly Named[], readonly Named[]>()

/** A list in the order of its names. Each list is sorted once: it must not change afterwards. */
export function byName<T extends Named>(list: readonly T[], down = false): readonly T[] {
  const known = down ? downwards : upwards
  const found = known.get(list)
  if (found) return found as readonly T[]
  const sorted = [...list].sort((a, b) => compare(a.name, b.name) * (down ? -1 : 1))
  known.set(list, sorted)
  return sorted
}
