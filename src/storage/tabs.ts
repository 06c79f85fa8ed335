/** What one page of this browser tells the others of the same agent: which setting is another one now, and not what. */

export interface Tabs {
  tell(name: string): void
  hear(listen: (name: string) => void): void
}

/** Where pages cannot hear each other, or there is only one. */
export const noTabs: Tabs = { tell() {}, hear() {} }

/** `owner`: whose pages they are. */
export function browserTabs(owner: string): Tabs {
  if (typeof BroadcastChannel !== 'function') return noTabs
  const channel = new BroadcastChannel(`settings ${owner}`)
  return {
    tell: (name) => channel.postMessage(name),
    hear(listen) {
      channel.onmessage = ({ data }: MessageEvent<unknown>) => {
        // Any page of this host may say anything; what is kept is looked up, and checked like everything kept.
        if (typeof data === 'string' && data.length < 100) listen(data)
      }
    },
  }
}
