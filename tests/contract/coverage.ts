import { operationFacts, topicBodies } from '../emulator/contract/facts'
import { ruleOf } from '../emulator/notifications/topicrules'
import { definition } from './schemas'
import { listenToTopics } from './told'
import { type Heard, listenIn } from './tour'

/** docs/emulator-coverage.md: made from what the emulator does, and from what is described. */

const code = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(', ')

/** All, or which ones are heard of those described. */
function share(heard: readonly string[], described: readonly string[]): string {
  if (described.length === 0) return ''
  if (heard.length === described.length) return 'all'
  return heard.length === 0 ? 'none' : code(heard)
}

function bodyFieldsOf(operation: string): string[] {
  const { body } = operationFacts[operation] ?? {}
  const shape = body ? definition(body) : {}
  return Object.keys((shape.items ? definition(shape.items) : shape).properties ?? {})
}

/** The fields an answer may have; of an entity, when it is a listing. */
function answerFieldsOf(operation: string): number {
  const answers = Object.values(operationFacts[operation]?.answers ?? {})
  const [shape] = answers.filter((one) => one !== null)
  if (!shape) return 0
  const whole = definition(shape)
  const list = whole.properties?.entities ?? whole.properties?.results ?? whole
  const entity = list.items ? definition(list.items) : list
  return Object.keys(entity.properties ?? {}).length
}

function row({ operation, query, body, answer }: Heard): string {
  const facts = operationFacts[operation]
  const fields = answerFieldsOf(operation)
  const cells = [
    `\`${operation}\`${facts?.deprecated ? ' (deprecated)' : ''}`,
    `${facts?.method} ${facts?.path.replace('/api/v2', '')}`,
    share(query, Object.keys(facts?.query ?? {})),
    share(body, bodyFieldsOf(operation)),
    answer.length === 0 ? '' : `${answer.length} of ${fields}`,
  ]
  return `| ${cells.join(' | ')} |`
}

function rightsOf(template: string): string {
  const { own, participants, permissions } = ruleOf(template)
  if (participants) return 'whoever takes part'
  const others = permissions?.length === 0 ? 'everybody' : permissions && code(permissions)
  return [own && 'the user', others].filter(Boolean).join('; others: ')
}

/** What is described and not served, by the second part of its path. */
function unserved(served: ReadonlySet<string>): string[] {
  const groups = new Map<string, number>()
  for (const [operation, { path }] of Object.entries(operationFacts)) {
    if (served.has(operation)) continue
    const room = path.split('/')[3] ?? ''
    groups.set(room, (groups.get(room) ?? 0) + 1)
  }
  return [...groups].sort().map(([room, count]) => `\`${room}\` ${count}`)
}

/** The text of the document. */
export function coverage(): string {
  const heard = listenIn()
  const told = listenToTopics()
  const topics = Object.keys(topicBodies).filter((template) => !template.startsWith('v2.system.'))
  const [live, silent] = [true, false].map((is) => topics.filter((one) => told.has(one) === is))
  return `# What the local Genesys Cloud covers

Made by \`npm run coverage\`; a test keeps it current. Paths are under \`/api/v2\`. *Query* and *Body* name
what is listened to, of what is described. *Answer* counts the fields told in a short tour of an
organisation (of one entity, where it is a list), and is empty where there was nothing to tell. Scopes,
permissions, statuses and error codes are those of the description for every operation here.

## Operations

${heard.length} of ${Object.keys(operationFacts).length} described operations are served.

| Operation | Request | Query | Body | Answer |
|---|---|---|---|---|
${heard.map(row).join('\n')}

Not served, by the first part of the path: ${unserved(new Set(heard.map(({ operation }) => operation))).join(', ')}.

## Topics

Told as it happens, to whoever may subscribe:

| Topic | Who may |
|---|---|
${(live ?? []).map((template) => `| \`${template}\` | ${rightsOf(template)} |`).join('\n')}

Without a subscription: \`v2.system.socket_closing\`, \`v2.system.no_longer_subscribed.{id}\`,
\`v2.system.token_revoked.{id}\` and \`channel.metadata\`.

Can be subscribed to, and nothing is told yet: ${code(silent ?? [])}.
`
}
