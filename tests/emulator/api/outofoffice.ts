import { type Fields, text } from '../http/json'
import type { Absence } from '../presence/outofoffice'
import { toOutOfOffice } from '../presence/wire'
import { type Ask, fields, type Handler, ok, userFor } from './ask'
import { Refused } from './errors'
import { toUserRef } from './person'

const isoDate = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/

function dateIn(body: Fields, name: string): number | undefined {
  if (body[name] === undefined || body[name] === null) return undefined
  const date = text(body, name) ?? ''
  const at = Date.parse(date)
  if (!isoDate.test(date) || Number.isNaN(at)) throw new Refused('invalid.date')
  return at
}

/**
 * UNSURE in the official documents: `active: false` ends an absence; without an end one lasts until
 * further notice; `active` follows from the dates and the clock.
 */
function absenceIn(body: Fields): Absence | undefined {
  const [start, end] = [dateIn(body, 'startDate'), dateIn(body, 'endDate')]
  if (body.active === false || (!body.active && !body.indefinite && start === undefined)) {
    return undefined
  }
  if (start !== undefined && end !== undefined && end <= start) {
    throw new Refused('invalid.value', text(body, 'endDate') ?? '', 'endDate', 'after startDate')
  }
  return {
    indefinite: body.indefinite === true || end === undefined,
    ...(start !== undefined && { start }),
    ...(end !== undefined && body.indefinite !== true && { end }),
  }
}

function outOfOffice(ask: Ask) {
  const user = userFor(ask, 'presenceservice.usernotfound')
  const { outOfOffice } = ask.world
  const absence = toOutOfOffice(user.id, outOfOffice.of(user.id), outOfOffice.isActive(user.id))
  return ok({ ...absence, user: toUserRef(user) })
}

export const outOfOfficeHandlers = {
  getUserOutofoffice: outOfOffice,
  putUserOutofoffice(ask) {
    const { id } = userFor(ask)
    if (id !== ask.user.id) throw new Refused('not.authorized')
    ask.world.outOfOffice.set(id, absenceIn(fields(ask)))
    return outOfOffice(ask)
  },
} satisfies Record<string, Handler>
