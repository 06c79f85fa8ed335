import { isOperationName } from '~/genesys/operations'
import { isWatchable, mostWatched } from '~/genesys/topics'
import { checkTransaction, isRecord, isText, type Numbered } from '~/protocol/protocol'

const ways = ['redirect', 'window', 'framed', 'silent'] as const

/** What the engine lets in: anything else is dropped at the door. */
export function checkRequest(data: unknown): Numbered | undefined {
  if (!isRecord(data) || typeof data.id !== 'number' || !Number.isSafeInteger(data.id))
    return undefined
  const { id } = data
  switch (data.kind) {
    case 'hello':
      return isText(data.folder) ? { id, kind: 'hello', folder: data.folder } : undefined
    case 'begin': {
      const { returnTo, site } = data
      const how = ways.find((one) => one === data.how)
      return isText(returnTo) && how && (site === undefined || isText(site))
        ? { id, kind: 'begin', returnTo, how, site }
        : undefined
    }
    case 'finish':
      return isText(data.answer)
        ? {
            id,
            kind: 'finish',
            answer: data.answer,
            transaction: checkTransaction(data.transaction),
          }
        : undefined
    case 'ask': {
      const params = checkParams(data.params)
      return isOperationName(data.operation) && params
        ? {
            id,
            kind: 'ask',
            operation: data.operation,
            params,
            body: data.body,
            login: typeof data.login === 'number' ? data.login : undefined,
            follow: data.follow === true || undefined,
            until: typeof data.until === 'number' ? data.until : undefined,
            lane: data.lane === 'background' ? data.lane : undefined,
          }
        : undefined
    }
    case 'cancel':
      return typeof data.ask === 'number' ? { id, kind: 'cancel', ask: data.ask } : undefined
    case 'listen':
      return isText(data.userId) && /^[\w-]+$/.test(data.userId)
        ? { id, kind: 'listen', userId: data.userId }
        : undefined
    case 'watch': {
      const { topics } = data
      return Array.isArray(topics) && topics.length <= mostWatched && topics.every(isWatchable)
        ? { id, kind: 'watch', topics }
        : undefined
    }
    case 'active': {
      const { live } = data
      return live === undefined || typeof live === 'boolean'
        ? { id, kind: 'active', live }
        : undefined
    }
    case 'places':
      return data.wish === undefined || isText(data.wish)
        ? { id, kind: 'places', wish: data.wish }
        : undefined
    case 'bye':
    case 'ping':
    case 'online':
    case 'offline':
    case 'trail':
    case 'health':
    case 'reconnect':
    case 'sign-out':
      return { id, kind: data.kind }
    default:
      return undefined
  }
}

/** The number of a request that is otherwise not one, so that whoever asked is not left waiting. */
export function numberOf(data: unknown): number | undefined {
  const id = isRecord(data) ? data.id : undefined
  return typeof id === 'number' && Number.isSafeInteger(id) ? id : undefined
}

function checkParams(data: unknown): Record<string, string> | undefined {
  if (!isRecord(data)) return undefined
  const params: Record<string, string> = {}
  for (const [name, value] of Object.entries(data)) {
    if (value === undefined) continue
    if (!isText(value)) return undefined
    params[name] = value
  }
  return params
}
