/** Looks something up, one question at a time, however many events ask for it. */
export function makeLookUp<Id>(ask: (id: Id) => Promise<unknown>): (id: Id) => void {
  /** Being looked up, and whether there was another reason meanwhile. */
  const busy = new Map<Id, boolean>()
  return function lookUp(id) {
    const again = busy.has(id)
    busy.set(id, again)
    if (again) return
    void ask(id)
      .catch(() => {})
      .then(() => {
        const more = busy.get(id)
        busy.delete(id)
        if (more) lookUp(id)
      })
  }
}
