import type { SystemPresence } from '../presence/definitions'
import type { Random } from '../random'
import { firstNames, lastNames } from '../scenario/customers'
import { type Person, people } from './people'
import { type QueuePlan, queuePlans } from './queues'

/** The `large` organisation: as many as Genesys Cloud's bigger customers have. */
export const largeNumbers = {
  users: 10_000,
  queues: 2000,
  /** On queue from the start. */
  working: 100,
  /** Of those who work, in a call. */
  talking: 70,
  /** Callers for whom nobody is on queue. */
  waiting: 430,
  /** Calls of the other employees, which came by no queue. */
  direct: 500,
} as const

/** From this queue on they are the other employees': nobody is on queue there. */
export const othersQueues = 1000

const places = [
  ...['Aachen', 'Bergen', 'Coimbra', 'Dundee', 'Eindhoven', 'Funchal', 'Ghent', 'Helsinki'],
  ...['Innsbruck', 'Jerez', 'Kraków', 'Leeds', 'Malmö', 'Nantes', 'Odense', 'Porto', 'Québec'],
  ...['Rotterdam', 'Sevilla', 'Turin', 'Uppsala', 'Valletta', 'Wrocław', 'Ystad', 'Zürich'],
] as const
const concerns = [
  ...['Accounts', 'Appointments', 'Boilers', 'Cancellations', 'Complaints', 'Deliveries'],
  ...['Electrics', 'Gardens', 'Heating', 'Insurance', 'Locks', 'Moves', 'Payments', 'Plumbing'],
  ...['Roofs', 'Solar', 'Tenants', 'Upgrades', 'Warranty', 'Windows'],
] as const
const tiers = ['First Line', 'Second Line', 'Business', 'Partners'] as const

const titles = [
  ['Customer Advisor', 'Senior Customer Advisor', 'Team Lead'],
  ['Repair Technician', 'Senior Repair Technician', 'Dispatcher'],
  ['Account Executive', 'Sales Advisor', 'Sales Manager'],
  ['Returns Clerk', 'Warehouse Planner', 'Quality Analyst'],
] as const
const departments = ['Billing', 'Repairs', 'Sales', 'Returns'] as const

/** Half of them at their desk: it is some time of the day, somewhere. */
const presences: readonly [SystemPresence, ...SystemPresence[]] = [
  ...(['Available', 'Available', 'Available', 'Available', 'Busy'] as const),
  ...(['Meeting', 'Away', 'Break', 'Meal', 'Offline'] as const),
]

/** Everybody's first and last name, with every initial between them, until there are enough. */
function* names(): Generator<string> {
  const first = [...new Set([...people.map(({ name }) => name.split(' ')[0] ?? ''), ...firstNames])]
  const own = people.map(({ name }) => name.split(' ').slice(1).join(' '))
  const last = [...new Set([...own, ...lastNames])]
  const known = new Set(people.map(({ name }) => name))
  for (const middle of ['', ...'ABCDEFGHIJKLMNOPRSTVW']) {
    for (let turn = 0; turn < last.length; turn += 1) {
      for (const [index, given] of first.entries()) {
        const family = last[(index + turn) % last.length] ?? ''
        const name = [given, ...(middle ? [`${middle}.`] : []), family].join(' ')
        if (!known.has(name)) yield name
      }
    }
  }
}

function makeQueuePlans(): QueuePlan[] {
  const plans = [...queuePlans]
  for (const place of places) {
    for (const concern of concerns) {
      for (const tier of tiers) {
        const like = queuePlans[plans.length % queuePlans.length]
        if (!like || plans.length === largeNumbers.queues) return plans
        const name = `${concern} ${place} – ${tier}`
        plans.push({ ...like, name, description: `${concern} in ${place}: ${tier.toLowerCase()}` })
      }
    }
  }
  return plans
}

/** Who works is in 20 queues, and in each of them with one other; the rest are in up to four others. */
function queuesFor(index: number, queues: readonly QueuePlan[], random: Random): string[] {
  const place = index - people.length
  const theirs = othersQueues - queuePlans.length
  if (place < largeNumbers.working) {
    const first = place * (theirs / largeNumbers.working)
    return Array.from({ length: 20 }, (_, step) => {
      return queues[queuePlans.length + (Math.floor(first + step) % theirs)]?.name ?? ''
    })
  }
  const chosen = new Set<string>()
  for (let count = Math.floor(random.between(0, 5)); count > 0; count -= 1) {
    chosen.add(queues[Math.floor(random.between(othersQueues, queues.length))]?.name ?? '')
  }
  return [...chosen].map((name) => (random.next() < 0.2 ? `*${name}` : name))
}

/** The people and queues of the default organisation come first, unchanged. */
export function makeLargePlans(random: Random): { people: Person[]; queues: QueuePlan[] } {
  const queues = makeQueuePlans()
  const everybody = [...people]
  for (const name of names()) {
    const index = everybody.length
    if (index === largeNumbers.users) break
    const room = Math.floor(random.between(0, departments.length))
    const works = index - people.length < largeNumbers.working
    everybody.push({
      name,
      title: random.pick(titles[room] ?? titles[0]),
      department: departments[room] ?? departments[0],
      presence: works ? 'Available' : random.pick(presences),
      queues: queuesFor(index, queues, random),
    })
  }
  return { people: everybody, queues }
}
