import { isFields } from '../http/json'
import type { Channel } from '../notifications/channels'
import { subjectOf } from '../notifications/subject'
import { type Judged, judgeSubscription, refusalOf } from '../notifications/subscribing'
import { type Ask, type Handler, ok, param } from './ask'
import { channelsCodes } from './codes/channels'
import { Refused } from './errors'

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

function toVerdict(topic: Judged) {
  const refusal = refusalOf(topic)
  return {
    ...toTopic(topic.id),
    state: refusal ? 'Rejected' : 'Permitted',
    ...(refusal && { rejectionReason: channelsCodes[refusal][1] }),
    ...(topic.missing.length > 0 && { missingPermissions: topic.missing }),
  }
}

function topicIds({ body }: Ask): string[] {
  if (!Array.isArray(body)) throw new Refused('bad.request')
  return body.map((topic) => {
    if (!isFields(topic) || typeof topic.id !== 'string') throw new Refused('bad.request')
    return topic.id
  })
}

/** The value of a query's name that has but a few. */
function choice(ask: Ask, name: string, values: readonly [string, ...string[]]): string {
  const value = ask.query.get(name) ?? values[0]
  if (!values.includes(value)) throw new Refused('invalid.value', value, name, values.join(', '))
  return value
}

function subscribe(ask: Ask, kept: readonly string[]) {
  const { world, token } = ask
  const channel = channelFor(ask)
  const lenient = choice(ask, 'ignoreErrors', ['false', 'true']) === 'true'
  const ids = [...kept, ...topicIds(ask)]
  const judged = judgeSubscription(ids, subjectOf(token, world), lenient)
  if (typeof judged === 'string') throw new Refused(judged)
  world.channels.subscribe(channel, judged.subscriptions, judged.topics)
  return ok({
    entities: lenient ? judged.judged.map(toVerdict) : judged.subscriptions.map(toTopic),
  })
}

export const channelHandlers = {
  getNotificationsChannels(ask) {
    const ofClient = choice(ask, 'includechannels', ['token', 'oauthclient']) === 'oauthclient'
    const own = ask.world.channels
      .ofOwner(ask.token)
      .filter(({ owner }) => ofClient || owner.tokenId === ask.token.id)
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
