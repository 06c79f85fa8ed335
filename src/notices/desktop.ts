/** Notifications of the system: one for each thing there is to tell, gone as soon as it is over. */

export interface Told {
  /** What it is about: there is one of each, in all tabs together. */
  readonly key: string
  readonly title: string
  readonly body: string
}

export interface Desktop {
  /** `none`: this browser has no notifications for pages. */
  permission(): NotificationPermission | 'none'
  /** In a press alone. */
  ask(): Promise<NotificationPermission | 'none'>
  /** What is not among them any more goes; what is new comes. */
  show(all: readonly Told[]): void
}

export function createDesktop(onOpen: (key: string) => void): Desktop {
  const shown = new Map<string, Notification>()
  const permission = () => (typeof Notification === 'function' ? Notification.permission : 'none')

  function close(key: string) {
    shown.get(key)?.close()
    shown.delete(key)
  }

  function open({ key, title, body }: Told) {
    try {
      // The ring is ours: the system's own sound would be a second one.
      const one = new Notification(title, {
        body,
        tag: key,
        silent: true,
        requireInteraction: true,
      })
      shown.set(key, one)
      one.onclick = () => {
        close(key)
        onOpen(key)
      }
    } catch {
      // Some browsers have it for service workers alone.
    }
  }

  return {
    permission,
    ask: async () => (permission() === 'none' ? 'none' : Notification.requestPermission()),
    show(all) {
      for (const key of [...shown.keys()]) if (!all.some((one) => one.key === key)) close(key)
      if (permission() !== 'granted') return
      for (const one of all) if (!shown.has(one.key)) open(one)
    },
  }
}
