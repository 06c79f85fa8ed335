/** Tabs that have an engine each hear of a sign-out from one another; those that share one hear it from that. */

const name = 'minidesk'
const news = 'signed-out'

/** Says nothing but that: who it was, and of what, is nobody's business. */
export function tellOthers(): void {
  if (typeof BroadcastChannel !== 'function') return
  const channel = new BroadcastChannel(name)
  channel.postMessage(news)
  channel.close()
}

/** The answer ends it. */
export function hearOthers(onSignedOut: () => void): () => void {
  if (typeof BroadcastChannel !== 'function') return () => {}
  const channel = new BroadcastChannel(name)
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (data === news) onSignedOut()
  }
  return () => channel.close()
}
