/** What is heard by the socket: the agent's own news, and what pages look at besides. */
import { type ChannelParts, createChannel } from './channel'
import { createWatching } from './watching'

export function createHearing(parts: Omit<ChannelParts, 'onOther' | 'onRevoked'>) {
  const watching = createWatching(parts.clock, (topics) => channel.also(topics))
  const channel = createChannel({
    ...parts,
    onConnection(next) {
      if (next.state === 'live') watching.live()
      else watching.lost()
      parts.onConnection(next)
    },
    onOther: watching.told,
    // Its 401 says it to whom it concerns: a token that was renewed meanwhile is another.
    onRevoked: () => void parts.http.call('getToken', { preserveIdleTTL: 'true' }).catch(() => {}),
  })
  return { channel, watching }
}
