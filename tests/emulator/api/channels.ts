import { isFields } from '../http/json'
import type { Channel } from '../notifications/channels'
import { judgeTopic } from '../notifications/topics'
import { type Ask, type Handler, ok, param } from './ask'
import { Refused } from './errors'

const topicsMax = 1000

function toChannel({ id, expires }: Channel, { world }: Ask) {
  return {
    connectUri: `${world.sockets}/channels/${id}`,
    id,
    expires: new Date(expires).toISOString(),
  }
}

function channelFor(ask: Ask): Channel {
  const channel = ask.world.channels.get(param(ask, 'channelId'))
  if (
    channel?.owner.userId !== ask.token.userId ||
    channel?.owner.clientId !== ask.token.clientId
  ) {
    throw new Refused(ask.path.endsWith('/subscriptions') ? 'entity.not.found' : 'not.found')
  }
  return channel
}

function toTopic(id: string) {
  return { id, selfUri: `/api/v2/notifications/availabletopics/${encodeURIComponent(id)}` }
}

function topicIds({ body }: Ask): string[] {
  if (!Array.isArray(body)) throw new Refused('bad.request')
  return body.map((topic) => {
    if (!isFields(topic) || typeof topic.id !== 'string') throw new Refused('bad.request')
    return topic.id
  })
}

/** One topic refused refuses them all, unless `ignoreErrors` asks for a verdict on each. */
function subscribe(ask: Ask, kept: readonly string[]) {
  const channel = channelFor(ask)
  const wanted = [...new Set([...kept, ...topicIds(ask)])]
  const judged = wanted.map((id) => ({ id, ...judgeTopic(id, ask.token.userId) }))
  const lenient = ask.query.get('ignoreErrors') === 'true'
  for (const { verdict } of lenient ? [] : judged) {
    if (verdict === 'invalid') throw new Refused('notification.invalid.topic')
    if (verdict === 'unauthorized') throw new Refused('notification.unauthorized.topic')
  }
  const permitted = judged.flatMap((topic) => (topic.verdict === 'permitted' ? [topic] : []))
  const single = permitted.flatMap(({ topics }) => topics)
  if (single.length > topicsMax) {
    throw new Refused('notification.subscription.too.many.subscriptions')
  }
  ask.world.channels.subscribe(
    channel,
    permitted.map(({ id }) => id),
    single,
  )
  if (!lenient) return ok({ entities: wanted.map(toTopic) })
  return ok({
    entities: judged.map(({ id, verdict }) => ({
      ...toTopic(id),
      state: verdict === 'permitted' ? 'Permitted' : 'Rejected',
      ...(verdict !== 'permitted' && { rejectionReason: `${verdict} topic` }),
    })),
  })
}

export const channelHandlers = {
  getNotificationsChannels(ask) {
    const own = ask.world.channels
      .ofOwner(ask.token)
      .filter(
        ({ owner }) =>
          ask.query.get('includechannels') === 'oauthclient' || owner.tokenId === ask.token.id,
      )
    return ok({ entities: own.map((channel) => toChannel(channel, ask)) })
  },
  postNotificationsChannels(ask) {
    const { id: tokenId, userId, clientId } = ask.token
    return ok(toChannel(ask.world.channels.create({ tokenId, userId, clientId }), ask))
  },
  headNotificationsChannel(ask) {
    channelFor(ask)
    return { status: 200 }
  },
  getNotificationsChannelSubscriptions: (ask) =>
    ok({ entities: channelFor(ask).subscriptions.map(toTopic) }),
  postNotificationsChannelSubscriptions: (ask) => subscribe(ask, channelFor(ask).subscriptions),
  putNotificationsChannelSubscriptions: (ask) => subscribe(ask, []),
  deleteNotificationsChannelSubscriptions(ask) {
    ask.world.channels.subscribe(channelFor(ask), [], [])
    return { status: 204 }
  },
} satisfies Record<string, Handler>
