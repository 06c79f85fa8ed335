import { type Definition, makeDefinitions, systemDefinition } from '../presence/definitions'
import type { Random } from '../random'
import { agentPermissions } from './grants'
import { makeLargePlans } from './large'
import { type Person, people } from './people'
import { type QueuePlan, type QueueWrapupPrompt, queuePlans } from './queues'
import { type OwnSkill, ownSkills } from './skills'

export interface Agent {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly title: string
  readonly department: string
  readonly phone: string
  readonly extension: string
  readonly stationId: string
  readonly skills: readonly OwnSkill[]
  permissions: readonly string[]
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
  readonly codeById: ReadonlyMap<string, WrapupCode>
  /** The queues a user belongs to, joined or not. */
  queuesOf(userId: string): readonly Queue[]
  /** Somebody became a member of a queue, or is one no longer. */
  membersChanged(): void
}

export const organisationNames = ['default', 'large'] as const
export type OrganisationName = (typeof organisationNames)[number]

/** Who and what there is, before it has ids. */
interface Plans {
  readonly people: readonly Person[]
  readonly queues: readonly QueuePlan[]
}

export function isOrganisationName(name: unknown): name is OrganisationName {
  return organisationNames.some((known) => known === name)
}

function emailOf(name: string, domain: string): string {
  const plain = name
    .normalize('NFD')
    .replaceAll('ø', 'o')
    .replaceAll(/[^\w\s-]/g, '')
  return `${plain.trim().toLowerCase().replaceAll(/\s+/g, '.')}@${domain}`
}

/** Seven digits that nobody else has: the first ones read well, and there are enough of them. */
function local(series: number, index: number): string {
  return index < 1000 ? `555${String(1100 * series + index)}` : String(series * 3_000_000 + index)
}

function makeUsers(
  people: readonly Person[],
  random: Random,
  definitions: readonly Definition[],
  domain: string,
): Agent[] {
  return people.map(({ name, title, department, presence, permissions = [], skills }, index) => {
    const definition = systemDefinition(definitions, presence)
    if (!definition) throw new Error(`No presence definition ${presence}`)
    return {
      id: random.uuid(),
      name,
      email: emailOf(name, domain),
      title,
      department,
      phone: `+1317${local(1, index)}`,
      extension: String(1100 + index),
      stationId: random.uuid(),
      skills: ownSkills(skills),
      permissions: [...agentPermissions, ...permissions],
      definition,
    }
  })
}

/** Queue by name → user → joined; a person's entry is the name, or the beginning of it. */
function memberships({ people, queues }: Plans, users: readonly Agent[]) {
  const members = new Map(queues.map(({ name }) => [name, new Map<string, boolean>()]))
  for (const [index, person] of people.entries()) {
    for (const entry of person.queues) {
      const name = entry.replace('*', '')
      const whole = members.has(name) ? name : queues.find((one) => one.name.startsWith(name))?.name
      const user = users[index]
      if (user && whole) members.get(whole)?.set(user.id, !entry.startsWith('*'))
    }
  }
  return members
}

function makeQueues(plans: Plans, random: Random, users: readonly Agent[]): Queue[] {
  const members = memberships(plans, users)
  return plans.queues.map((plan, index) => ({
    id: random.uuid(),
    name: plan.name,
    description: plan.description,
    number: `+1317${local(2, index)}`,
    wrapupPrompt: plan.wrapupPrompt,
    ...(plan.wrapupTimeoutMs !== undefined && { wrapupTimeoutMs: plan.wrapupTimeoutMs }),
    alertingTimeoutMs: plan.alertingTimeoutSeconds * 1000,
    codes: plan.codes.map((name) => ({ id: random.uuid(), name })),
    members: members.get(plan.name) ?? new Map<string, boolean>(),
  }))
}

function byMember(queues: readonly Queue[]): ReadonlyMap<string, readonly Queue[]> {
  const found = new Map<string, Queue[]>()
  for (const queue of queues) {
    for (const userId of queue.members.keys()) {
      const own = found.get(userId)
      if (own) own.push(queue)
      else found.set(userId, [queue])
    }
  }
  return found
}

/** An organisation. Its ids come from `random`; the default one's people and queues never change. */
export function makeOrganisation(random: Random, name: OrganisationName = 'default'): Organisation {
  const plans = name === 'large' ? makeLargePlans(random) : { people, queues: queuePlans }
  const domain = 'larkfield.example'
  const definitions = makeDefinitions(random)
  const users = makeUsers(plans.people, random, definitions, domain)
  const id = random.uuid()
  const division = { id: random.uuid(), name: 'Home' }
  const queues = makeQueues(plans, random, users)
  let queuesByMember: ReturnType<typeof byMember> | undefined
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
    codeById: new Map(queues.flatMap(({ codes }) => codes).map((code) => [code.id, code])),
    queuesOf(userId) {
      queuesByMember ??= byMember(queues)
      return queuesByMember.get(userId) ?? []
    },
    membersChanged() {
      queuesByMember = undefined
    },
  }
}
