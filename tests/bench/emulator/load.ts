import autocannon from 'autocannon'
import type { Visitor } from '../../unit/emulator/visitor'

/**
 * autocannon lets each connection ask so many times a second, all at the second's beginning, and all its
 * connections begin at once. Here each asks once a second, and groups of five begin one after the other, so
 * that requests come evenly.
 */
const groupSize = 5
const groups = 42

export interface Load {
  /** Milliseconds. */
  readonly latencies: readonly number[]
  /** Answers; all groups ask for as long, one beginning after the other. */
  readonly perSecond: number
  /** No answer, or none of 200 to 299. */
  readonly failed: number
}

type Setup = NonNullable<autocannon.Options['setupClient']>

/**
 * Latencies are taken from single answers: autocannon's own histogram has whole milliseconds, and corrects
 * for omitted requests as if one were due every millisecond. None is omitted here as long as every answer
 * comes within its connection's second; one that does not counts once for each second it took.
 */
function withoutOmission(latency: number): number[] {
  const found = [latency]
  for (let rest = latency - 1000; rest > 0; rest -= 1000) found.push(rest)
  return found
}

export async function putUnderLoad(url: string, seconds: number, setup: Setup): Promise<Load> {
  const latencies: number[] = []
  let failed = 0
  let answers = 0
  async function group(index: number): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, (index * 1000) / groups))
    const each = { url, duration: seconds, connections: groupSize, connectionRate: 1 }
    const { errors } = await new Promise<autocannon.Result>((resolve, reject) => {
      const run = autocannon({ ...each, setupClient: setup }, (error, result) =>
        error ? reject(error) : resolve(result),
      )
      run.on('response', (_client, status, _bytes, ms) => {
        answers += 1
        latencies.push(...withoutOmission(ms))
        if (status < 200 || status > 299) failed += 1
      })
    })
    failed += errors
  }
  await Promise.all(Array.from({ length: groups }, (_, index) => group(index)))
  return { latencies, perSecond: answers / seconds, failed }
}

/** What a desk asks for, as often as not: mostly its own things, sometimes everybody. */
function questions(userId: string, queueId: string, part: string) {
  const own = `/api/v2/users/${userId}`
  const search = {
    pageSize: 25,
    query: [{ type: 'CONTAINS', fields: ['name', 'email'], value: part }],
    expand: ['presence', 'routingStatus'],
  }
  const json = { 'content-type': 'application/json' }
  return [
    { path: '/api/v2/users/me?expand=presence,routingStatus,conversationSummary' },
    { path: '/api/v2/conversations' },
    { path: `${own}/routingstatus` },
    { path: `${own}/presences/purecloud` },
    { path: '/api/v2/routing/queues/me?pageSize=100' },
    { path: `/api/v2/routing/queues/${queueId}/wrapupcodes?pageSize=100` },
    { method: 'POST', path: '/api/v2/users/search', headers: json, body: JSON.stringify(search) },
    { path: '/api/v2/conversations/calls' },
    { path: '/api/v2/routing/queues?name=*payments*&pageSize=25' },
    {
      method: 'PATCH',
      path: `${own}/presences/purecloud`,
      headers: json,
      body: JSON.stringify({ message: 'At my desk' }),
    },
  ] as const
}

/** Of names: some are in many, some in few. */
const parts = [
  'ar',
  'and',
  'ina',
  'lee',
  'finn b',
  'müller',
  'o',
  'zoe k',
  'larkfield',
  'qq',
] as const

/** Each connection is one agent's, beginning at another question. */
export function askAs(visitors: readonly Visitor[], queueId: string): Setup {
  let count = 0
  return (client) => {
    const visitor = visitors[count % visitors.length]
    const all = questions(visitor?.userId ?? '', queueId, parts[count % parts.length] ?? '')
    const first = count % all.length
    count += 1
    const authorization = `Bearer ${visitor?.token}`
    client.setRequests(
      [...all.slice(first), ...all.slice(0, first)].map((question) => ({
        method: 'GET',
        ...question,
        headers: { authorization, ...('headers' in question && question.headers) },
      })),
    )
  }
}
