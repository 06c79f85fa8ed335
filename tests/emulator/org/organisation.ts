import { type Definition, makeDefinitions, systemDefinition } from '../presence/definitions'
import type { Random } from '../random'
import { agentPermissions } from './grants'
import { people } from './people'
import { type QueueWrapupPrompt, queuePlans } from './queues'

export interface Agent {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly title: string
  readonly department: string
  readonly phone: string
  readonly extension: string
  readonly stationId: string
  readonly permissions: readonly string[]
  /** The presence the day starts with. */
  readonly definition: Definition
}

export interface WrapupCode {
  readonly id: string
  readonly name: string
}

export interface Queue {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly number: string
  readonly wrapupPrompt: QueueWrapupPrompt
  readonly wrapupTimeoutMs?: number
  readonly alertingTimeoutMs: number
  readonly codes: readonly WrapupCode[]
  /** User id → joined. */
  readonly members: ReadonlyMap<string, boolean>
}

export interface Organisation {
  readonly id: string
  readonly name: string
  readonly domain: string
  readonly division: { readonly id: string; readonly name: string }
  readonly definitions: readonly Definition[]
  readonly users: readonly Agent[]
  readonly queues: readonly Queue[]
  readonly userById: ReadonlyMap<string, Agent>
  readonly queueById: ReadonlyMap<string, Queue>
}

function emailOf(name: string, domain: string): string {
  const plain = name
    .normalize('NFD')
    .replaceAll('ø', 'o')
    .replaceAll(/[^\w\s-]/g, '')
  return `${plain.trim().toLowerCase().replaceAll(/\s+/g, '.')}@${domain}`
}

function makeUsers(random: Random, definitions: readonly Definition[], domain: string): Agent[] {
  return people.map(({ name, title, department, presence, permissions = [] }, index) => {
    const definition = systemDefinition(definitions, presence)
    if (!definition) throw new Error(`No presence definition ${presence}`)
    return {
      id: random.uuid(),
      name,
      email: emailOf(name, domain),
      title,
      department,
      phone: `+1317555${String(1100 + index)}`,
      extension: String(1100 + index),
      stationId: random.uuid(),
      permissions: [...agentPermissions, ...permissions],
      definition,
    }
  })
}

function membersOf(queueName: string, users: readonly Agent[]): Map<string, boolean> {
  const members = new Map<string, boolean>()
  for (const [index, person] of people.entries()) {
    const user = users[index]
    const entry = person.queues.find((text) => queueName.startsWith(text.replace('*', '')))
    if (user && entry) members.set(user.id, !entry.startsWith('*'))
  }
  return members
}

function makeQueues(random: Random, users: readonly Agent[]): Queue[] {
  return queuePlans.map((plan, index) => ({
    id: random.uuid(),
    name: plan.name,
    description: plan.description,
    number: `+1317555${String(2200 + index)}`,
    wrapupPrompt: plan.wrapupPrompt,
    ...(plan.wrapupTimeoutMs !== undefined && { wrapupTimeoutMs: plan.wrapupTimeoutMs }),
    alertingTimeoutMs: plan.alertingTimeoutSeconds * 1000,
    codes: plan.codes.map((name) => ({ id: random.uuid(), name })),
    members: membersOf(plan.name, users),
  }))
}

/** The default organisation. Its ids come from `random`; its people and queues never change. */
export function makeOrganisation(random: Random): Organisation {
  const domain = 'larkfield.example'
  const definitions = makeDefinitions(random)
  const users = makeUsers(random, definitions, domain)
  const id = random.uuid()
  const division = { id: random.uuid(), name: 'Home' }
  const queues = makeQueues(random, users)
  return {
    id,
    name: 'Larkfield Home Services',
    domain,
    division,
    definitions,
    users,
    queues,
    userById: new Map(users.map((user) => [user.id, user])),
    queueById: new Map(queues.map((queue) => [queue.id, queue])),
  }
}
