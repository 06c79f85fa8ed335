import { byName } from '../org/names'
import type { World } from '../world'
import { type Handler, ok, param } from './ask'
import { Refused } from './errors'
import { fitsName, isDescending, isId, listOf, page } from './paging'
import { isInDivision, queueById } from './queues'

export function toWrapupCode({ id, name }: { id: string; name: string }, { org }: World) {
  return { id, name, division: org.division, selfUri: `/api/v2/routing/wrapupcodes/${id}` }
}

/** The codes of all queues, each once. */
function codesOf({ org }: World) {
  const codes = org.queues.flatMap((queue) => queue.codes)
  return [...new Map(codes.map((code) => [code.id, code])).values()]
}

export const wrapupCodeHandlers = {
  getRoutingWrapupcodes(ask) {
    const { world, query, path } = ask
    const ids = listOf(query, 'id')
    if (!ids.every(isId)) throw new Refused('invalid.id')
    const name = query.get('name')
    const found = codesOf(world).filter(
      (code) => fitsName(name, code.name) && (ids.length === 0 || ids.includes(code.id)),
    )
    const down = isDescending(query)
    const byId = name !== null && query.get('sortBy') === 'id'
    const sorted = byId
      ? found.sort((a, b) => a.id.localeCompare(b.id) * (down ? -1 : 1))
      : byName(found, down)
    const visible = isInDivision(ask) ? sorted : []
    return ok(page(visible, path, query, (code) => toWrapupCode(code, world)))
  },
  getRoutingWrapupcode(ask) {
    const id = param(ask, 'codeId')
    if (!isId(id)) throw new Refused('invalid.id')
    const found = codesOf(ask.world).find((code) => code.id === id)
    if (!found) throw new Refused('resource.not.found')
    return ok(toWrapupCode(found, ask.world))
  },
  getRoutingQueueWrapupcodes(ask) {
    const { world, query, path } = ask
    const codes = queueById(ask).codes.filter(({ name }) => fitsName(query.get('name'), name))
    return ok(page(codes, path, query, (code) => toWrapupCode(code, world)))
  },
} satisfies Record<string, Handler>
