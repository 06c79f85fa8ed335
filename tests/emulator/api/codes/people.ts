import type { Catalogue } from './catalogue'

/** Codes of users, presence, stations and queues: status and message, `%s` where a parameter goes. */
export const peopleCodes = {
  'endpoint.does.not.support.on.queue': [
    400,
    'The endpoint does not support updating to the ON_QUEUE presence',
  ],
  // Each operation words these two in its own way.
  'general.bad.request': [400, '%s'],
  'invalid.date': [
    400,
    'Dates must be specified as ISO-8601 strings. For example: yyyy-MM-ddTHH:mm:ss.SSSZ',
  ],
  'invalid.division.id': [400, 'The specified division(s) is not valid.'],
  'invalid.id': [400, 'A non-UUID value was specified for an ID field.'],
  'invalid.type': [400, 'Invalid object type specified.'],
  'max.user.ids': [400, 'Only 100 users can be requested at a time.'],
  'max.user.presences': [400, 'Only 50 user presences can be %s at a time.'],
  'search.criteria.values.exceed.limit': [400, 'search criteria values exceeded limit'],
  'too.many.requested.results': [400, 'too many requested results'],
  'too.many.search.criteria': [400, 'search criteria exceeded limit'],
  'presence.not.authorized.update.on.queue': [403, 'Not authorized to update presence to ON_QUEUE'],
  'presence.not.authorized.update.other.user.presence': [
    403,
    "Not authorized to update another user's presence",
  ],
  'edgeconfiguser.userdoesnotexist': [404, 'The requested user was not found.'],
  'general.resource.not.found': [404, '%s'],
  'presenceservice.organizationpresence.organizationpresencenotfound': [
    404,
    'The presence definition does not exist',
  ],
  'presenceservice.usernotfound': [404, 'The specified user was not found'],
  'userservice.station.notfound': [404, 'The Station could not be found.'],
  'presenceservice.conflict': [409, 'A previous update request has not yet completed'],
  'userservice.stationalreadyassociated': [409, 'Station is already associated'],
  'userservice.stationalreadyhasdefaultuser': [409, 'Station is already associated'],
} as const satisfies Catalogue
