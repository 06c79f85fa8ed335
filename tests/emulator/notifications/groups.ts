/** Things by a name that they share. */
export interface Groups<T> {
  add(name: string, thing: T): void
  delete(name: string, thing: T): void
  of(name: string): ReadonlySet<T>
}

export function createGroups<T>(): Groups<T> {
  const groups = new Map<string, Set<T>>()
  const nobody: ReadonlySet<T> = new Set()

  return {
    add(name, thing) {
      const group = groups.get(name) ?? new Set()
      groups.set(name, group.add(thing))
    },
    delete(name, thing) {
      const group = groups.get(name)
      group?.delete(thing)
      if (group?.size === 0) groups.delete(name)
    },
    of: (name) => groups.get(name) ?? nobody,
  }
}
