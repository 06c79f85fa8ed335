import { createJudge } from '../../contract/judge'
import { createApiHost } from '../../emulator/api/host'
import { type Conversation, isOver, type Participant } from '../../emulator/conversation/call'
import { isEngaged } from '../../emulator/conversation/facts'
import { startDirectCall, startQueueCall } from '../../emulator/conversation/start'
import { systemDefinition } from '../../emulator/presence/definitions'
import { agentFacts, queueFacts } from '../../emulator/routing/facts'
import { createWorld } from '../../emulator/world'
import { createManualClock } from '../../manual-clock'
import { requests } from './requests'

/** One thing that happens; numbers choose among what there is. */
export type Act =
  | { readonly kind: 'call'; readonly queue: number }
  | { readonly kind: 'direct'; readonly agent: number }
  | { readonly kind: 'time'; readonly ms: number }
  | { readonly kind: 'answers' }
  | { readonly kind: 'presence'; readonly agent: number; readonly onQueue: boolean }
  | { readonly kind: 'leaves'; readonly conversation: number; readonly party: number }
  | {
      readonly kind: 'supervises'
      readonly conversation: number
      readonly party: number
      readonly as: 'monitor' | 'coach' | 'barge'
    }
  | {
      readonly kind: 'asks'
      readonly agent: number
      readonly what: number
      readonly which: number
      readonly other: number
    }

const customer = { name: 'Derya Kowalczyk', number: '+14635550101' }

function choose<T>(list: readonly T[], index: number): T | undefined {
  return list.length === 0 ? undefined : list[index % list.length]
}

/** A small organisation on a manual clock, whose agents ask the API, without a network. */
export function createPlay() {
  const clock = createManualClock()
  const judge = createJudge()
  const world = createWorld({
    clock,
    seed: 1,
    redirectUris: [],
    login: 'http://localhost:1',
    sockets: 'ws://localhost:2',
    watch: judge,
  })
  const host = createApiHost(() => world)
  const { org, conversations, channels, tokens } = world
  const lead = org.users.find(({ permissions }) =>
    permissions.includes('conversation:call:monitor'),
  )
  if (!lead) throw new Error('Nobody may supervise')
  const agents = [...org.users.slice(0, 3), lead]
  const clientId = 'minidesk-local'
  const scopes = world.clients[0]?.scopes ?? []
  const keys = new Map(
    agents.map(({ id: userId }) => {
      const token = tokens.issue({ userId, clientId, scopes }, 86_400)
      const channel = channels.create({ tokenId: token.id, userId, clientId })
      const own = ['conversations', 'conversations.calls', 'routingStatus', 'conversationsummary']
      const topics = own.map((suffix) => `v2.users.${userId}.${suffix}`)
      channels.subscribe(channel, topics, topics)
      return [userId, token.value]
    }),
  )

  for (const { id } of agents) putOnQueue(id, true)

  function moment() {
    return { at: clock.now(), makeId: world.makeId }
  }

  function putOnQueue(userId: string, onQueue: boolean): void {
    const definition = systemDefinition(org.definitions, onQueue ? 'On Queue' : 'Away')
    if (definition) world.agents.setPresence(userId, definition)
  }

  function send(userId: string, method: string, path: string, body?: unknown): void {
    const [pathname = '', query] = path.split('?')
    const handled = host.handle({
      method,
      path: `/api/v2${pathname}`,
      query: new URLSearchParams(query),
      headers: new Headers({
        authorization: `Bearer ${keys.get(userId)}`,
        'content-type': 'application/json',
      }),
      body: body === undefined ? '' : JSON.stringify(body),
      correlationId: 'play',
    })
    if (handled instanceof Promise) throw new Error('The API answers at once')
    if (handled.response.status === 500) throw new Error(`${method} ${path} failed`)
  }

  /** The agent's latest part in each conversation, those that go on first. */
  function partsOf(userId: string): (readonly [Conversation, Participant])[] {
    return conversations
      .all()
      .flatMap((conversation) => {
        const own = conversation.participants.findLast((one) => one.userId === userId)
        return own ? [[conversation, own] as const] : []
      })
      .sort(([, a], [, b]) => Number(isEngaged(b)) - Number(isEngaged(a)))
  }

  function asks({ agent, what, which, other }: Extract<Act, { kind: 'asks' }>): void {
    const busy = agents.filter(({ id }) => partsOf(id).length > 0)
    const engaged = busy.filter(({ id }) => conversations.ofUser(id).length > 0)
    const user = choose(engaged.length > 0 ? engaged : busy, agent)
    const request = choose(requests, what)
    if (!user || !request) return
    const parts = partsOf(user.id)
    // Mostly what goes on, sometimes what is over.
    const part = parts[which > 5 ? which % parts.length : 0]
    if (!part) return
    const [conversation, own] = part
    const colleague = choose(agents, other)
    const queue = choose(org.queues, other)
    const far = conversation.participants[0]
    const second = parts.find(([one]) => one !== conversation)?.[0]
    if (!colleague || !queue || !far) return
    const scene = {
      conversation,
      own,
      colleague,
      queue,
      far,
      other,
      second: second ?? conversation,
    }
    const { method, path, body } = request(scene)
    send(user.id, method, path, body)
  }

  /** The team lead takes part in the call of another. */
  function supervises(of: Extract<Act, { kind: 'supervises' }>): void {
    const { id, participants } = choose(conversations.live(), of.conversation) ?? {}
    const party = choose(participants?.filter(({ userId }) => userId) ?? [], of.party)
    if (!lead || !party) return
    send(lead.id, 'POST', `/conversations/calls/${id}/participants/${party.id}/${of.as}`)
  }

  /** Whoever is rung takes the call. */
  function answers(): void {
    for (const { id, participants } of conversations.all()) {
      for (const { id: participantId, call } of participants) {
        if (call.state === 'alerting') conversations.apply(id, { type: 'answer', participantId })
      }
    }
  }

  function act(one: Act): void {
    if (one.kind === 'time') clock.advance(one.ms)
    else if (one.kind === 'asks') asks(one)
    else if (one.kind === 'supervises') supervises(one)
    else if (one.kind === 'answers') answers()
    else if (one.kind === 'call') {
      const queue = choose(org.queues, one.queue)
      if (queue)
        conversations.start(startQueueCall({ from: customer }, queueFacts(queue), moment()))
    } else if (one.kind === 'direct') {
      const agent = choose(agents, one.agent)
      if (agent)
        conversations.start(startDirectCall({ from: customer }, agentFacts(agent), moment()))
    } else if (one.kind === 'presence') {
      const agent = choose(agents, one.agent)
      if (agent) putOnQueue(agent.id, one.onQueue)
    } else {
      const conversation = choose(conversations.all(), one.conversation)
      const party = choose(conversation?.participants.filter(isFar) ?? [], one.party)
      if (conversation && party) {
        conversations.apply(conversation.id, { type: 'hangUp', participantId: party.id })
      }
    }
  }

  function isFar({ userId, purpose, call }: Participant): boolean {
    return userId === undefined && purpose !== 'acd' && !isOver(call)
  }

  /** Where the standing of an agent and the calls there are contradict each other. */
  function contradictions(): string[] {
    return org.users.flatMap(({ id, name }) => {
      const standing = world.agents.of(id)
      const parts = conversations
        .all()
        .flatMap(({ participants }) => participants.filter(({ userId }) => userId === id))
      const ringing = parts.filter(({ call, routed }) => routed && call.state === 'alerting')
      const works = parts.some(({ call, queue }) => queue && call.state === 'connected')
      const onQueue = standing?.definition.systemPresence === 'OnQueue'
      const wrong = {
        'is rung twice by routing': ringing.length > 1,
        'works and is idle': works && standing?.status === 'IDLE',
        'is off queue, and is not': !onQueue && standing?.status !== 'OFF_QUEUE',
        'is on queue, and is not': onQueue && standing?.status === 'OFF_QUEUE',
      }
      return Object.entries(wrong).flatMap(([what, is]) => (is ? [`${name} ${what}`] : []))
    })
  }

  return {
    act,
    /** Those who ask. */
    agents,
    moment,
    division: org.division,
    contradictions,
    conversations: () => conversations.all(),
    verdicts: () => judge.verdicts(),
    end: () => world.close(),
  }
}
