import { pastPart, toCallHistory } from '../conversation/history'
import { type Ask, type Handler, ok } from './ask'
import { Refused } from './errors'
import { page } from './paging'

const pageSizeMax = 50

/** Start and end of an ISO 8601 interval, `start/end`. */
function intervalIn({ query }: Ask): readonly [from: number, to: number] {
  const interval = query.get('interval')
  if (interval === null) return [0, Number.POSITIVE_INFINITY]
  const [from = Number.NaN, to = Number.NaN] = interval.split('/').map((text) => Date.parse(text))
  if (Number.isNaN(from) || Number.isNaN(to)) throw new Refused('invalid.date')
  return [from, to]
}

/** The user's calls that are over, the latest first. */
export const historyHandlers = {
  getConversationsCallsHistory(ask) {
    const [from, to] = intervalIn(ask)
    const past = ask.world.conversations.all().flatMap((conversation) => {
      const part = pastPart(conversation, ask.user.id)
      const fits = part && part.startTime >= from && part.startTime < to
      return fits ? [{ conversation, part }] : []
    })
    const entities = past
      .sort((a, b) => b.part.startTime - a.part.startTime)
      .map(({ conversation, part }) => toCallHistory(conversation, part))
    const query = new URLSearchParams(ask.query)
    if (Number(query.get('pageSize')) > pageSizeMax) query.set('pageSize', String(pageSizeMax))
    return ok(page(entities, ask.path, query))
  },
} satisfies Record<string, Handler>
