import type { Catalogue } from './catalogue'

/** Codes of users, presence, stations and queues: status and message, `%s` where a parameter goes. */
export const peopleCodes = {
  'presence.not.authorized.update.on.queue': [403, 'Not authorized to update presence to ON_QUEUE'],
  'presence.not.authorized.update.other.user.presence': [
    403,
    "Not authorized to update another user's presence",
  ],
  'presenceservice.usernotfound': [404, 'The specified user was not found'],
} as const satisfies Catalogue
