import { topicBodies } from '../emulator/contract/facts'
import { templateOf } from './judge'
import { createScene, talk } from './scene'

/** The templates of topics on which something is told in the course of an ordinary day. */
export function listenToTopics(): ReadonlySet<string> {
  const told = new Set<string>()
  const scene = createScene({
    answered() {},
    published: (topic) => void told.add(templateOf(topic)),
  })
  const { clock, world, ana, ben, queue, channel } = scene
  const topics = Object.keys(topicBodies).map((template) => {
    const of = template.includes('queues') ? queue.id : ana.id
    return template.replace('{id}', of)
  })
  world.channels.subscribe(channel, topics, topics)
  const { call } = talk(scene)
  world.membership.join(ana.id, queue.id, false)
  world.outOfOffice.set(ana.id, { indefinite: true })
  world.phones.disassociate(ana.id)
  world.tokens.issue({ userId: ana.id, clientId: channel.owner.clientId, scopes: [] }, 60)
  world.conversations.apply(call.id, { type: 'callerHangsUp' })
  world.agents.setNotResponding(ben.id, true)
  clock.advance(5000)
  world.close()
  return told
}
