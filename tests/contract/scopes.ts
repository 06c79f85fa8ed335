import { wantedScopes } from '../../src/engine/scopes'
import { type Feature, featureOf, stillWorks } from '../../src/genesys/features'
import type { Operation } from '../../src/genesys/operation'
import { isOperationName, type OperationName, operations } from '../../src/genesys/operations'
import { operationFacts } from '../emulator/contract/facts'

/** docs/scopes.md: made from the table of operations, which is all that the desk can ask. */

export interface Row extends Operation {
  readonly name: OperationName
  readonly feature: Feature
}

export const rows: readonly Row[] = Object.entries<Operation>(operations).flatMap(([name, one]) =>
  isOperationName(name) ? [{ ...one, name, feature: featureOf[name] }] : [],
)

/** What the desk would be without it. */
export const why: Readonly<Record<string, string>> = {
  'user-basic-info': 'who is signed in and with which rights, and the end of the sign-in itself',
  presence: "the organization's statuses, the agent's own, and its change",
  users:
    "the routing status, the way back on queue, the search for colleagues, and the names of the agent's skills",
  conversations:
    'the calls: to see, place and answer them, hold, mute, record, consult, transfer, end and wrap them up',
  'routing:readonly':
    'the names of queues, the search for queues to transfer to, and how long one waits there',
  'analytics:readonly':
    'who is on queue and how many wait, of the queues a call can be transferred to',
  'external-contacts:readonly': 'the search for external contacts to call or to transfer to',
  'stations:readonly': "whether the agent's phone can be answered from here",
  notifications: 'one socket by which calls and statuses are told at once',
  'organization:readonly': "the organization's idle time-out, for the lock of the desk",
}

/** A scope without `:readonly` also admits what only reads. */
export const admits = (granted: string, scope: string): boolean =>
  granted === scope || scope === `${granted}:readonly`

/** The official id of the operation with this method and path. */
export function officialOf({ method, path }: Pick<Operation, 'method' | 'path'>) {
  return Object.entries(operationFacts).find(
    ([, facts]) => facts.method === method && facts.path === path,
  )
}

const code = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(', ')
const unique = <T>(list: readonly T[]) => [...new Set(list)]

function scopeRow(granted: string): string {
  const admitted = rows.filter(({ scope }) => admits(granted, scope))
  const features = unique(admitted.map(({ feature }) => feature))
  return `| \`${granted}\` | ${why[granted]} | ${features.join(', ')} |`
}

function permissionOf({ permission }: Operation): string {
  if (!permission) return ''
  const [names, word] =
    'any' in permission ? [permission.any, 'one of '] : [permission.all, 'all of ']
  return `${names.length > 1 ? word : ''}${code(names)}`
}

function operationRow(row: Row): string {
  const { name, method, path, scope, access } = row
  const request = `${method} ${path.replace('/api/v2', '')}`
  const cells = [row.feature, `\`${name}\``, request, access, `\`${scope}\``, permissionOf(row)]
  return `| ${cells.join(' | ')} |`
}

/** The text of the document. */
export function scopes(): string {
  const features = Object.keys(stillWorks)
  const sorted = [...rows].sort((a, b) => features.indexOf(a.feature) - features.indexOf(b.feature))
  return `# Scopes and permissions

Made by \`npm run scopes\` from the one table of operations, \`src/genesys/operations.ts\`; a test keeps it
current. The engine sends nothing that is not in that table. Tests hold the table to the official description
of the Platform API, and to the code: no feature asks for what is not here, and nothing is here that no code
asks for.

Scopes bound what Minidesk may do, permissions what the agent may do; Genesys Cloud wants both.

## What the OAuth client needs

| Scope | Why | Features |
|---|---|---|
${wantedScopes.map(scopeRow).join('\n')}

They belong to the client (*Admin → Integrations → OAuth → Scope*). The request to the login page names none:
what the client has counts. \`"sendScopes": true\` in \`config.json\` names exactly these, for an
organization whose login wants to be told. What a client lacks is said on the desk once, by feature, with a line
to copy for the administrator; everything else goes on.

## What is asked, and what it takes

Paths are under \`/api/v2\`. Of a \`:readonly\` scope the wider one is as good.

| Feature | Operation | Request | | Scope | Permission of the agent |
|---|---|---|---|---|---|
${sorted.map(operationRow).join('\n')}

The permission to go on queue, \`routing:agent:onqueue\`, belongs to no operation: a status of the kind On Queue
takes it, and so does the switch *On Queue*. A control whose permission the agent lacks is disabled and says which,
before anything is asked; a permission with wildcards, such as \`conversation:*:*\`, is as good. One that was taken
away later is explained by the refusal.

## What still works without

| Without | |
|---|---|
${Object.entries(stillWorks)
  .map(([feature, words]) => `| ${feature} | ${words} |`)
  .join('\n')}
`
}
