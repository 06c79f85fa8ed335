/** Official error codes: status and message, with `%s` where a parameter goes. */
const catalogue = {
  'bad.request': [
    400,
    'The request could not be understood by the server due to malformed syntax.',
  ],
  'invalid.value': [400, 'Value [%s] is not valid for field type [%s]. Allowable values are: %s'],
  'invalid.page.number': [400, 'Invalid page number specified.'],
  'not.a.user': [
    400,
    'This request requires a user context. Client credentials cannot be used for requests to this resource.',
  ],
  'missing.wrapup.code': [400, 'Wrapup code is required for non-provisional wrapup.'],
  'callback.error.answer.not.alerting': [400, 'Only alerting calls can be answered.'],
  'callback.error.user.id.queue.id': [
    400,
    'In destination, exactly one of userId or queueId is required.',
  ],
  'conversation.error.call.disconnected': [400, 'The call is already disconnected.'],
  'conversation.error.hold.alerting': [400, 'An alerting call cannot be placed on hold'],
  'conversation.error.participant.attribute.null': [
    400,
    'Cannot update participant attribute map to a null value.',
  ],
  'conversation.error.user.not.party': [
    400,
    'The participant for this request does not belong to the user making the request.',
  ],
  'conversation.error.wrapup.cannot.skip': [400, 'Wrap-up cannot be skipped for this participant.'],
  'conversation.error.wrapup.code.required': [
    400,
    'Wrapup code is a required field and cannot be empty.',
  ],
  'conversation.participant.update.invalid': [
    400,
    'Failed to update all properties on conversation participant.',
  ],
  'conversations.error.queue.not.found': [
    400,
    'Interaction cannot be transferred to a queue that does not exist.',
  ],
  'conversations.error.transfer.destination.required': [
    400,
    'The destination is a required property for a transfer request.',
  ],
  'conversations.error.transfer.not.connected': [
    400,
    'You can only transfer conversations that are in the connected state.',
  ],
  'conversations.error.transfer.same.party': [
    400,
    'The target of the transfer cannot be the same as the destination.',
  ],
  'postino.error.bad.request': [
    400,
    'The request could not be understood by the server due to malformed syntax or missing field(s).',
  ],
  'notification.invalid.topic': [400, 'The subscription topic is not valid.'],
  'notification.subscription.too.many.subscriptions': [400, 'Too many subscriptions.'],
  'authentication.required': [
    401,
    'No authentication bearer token specified in authorization header.',
  ],
  'bad.credentials': [401, 'Invalid login credentials.'],
  'app.not.authorized.for.scope': [403, 'App not authorized to use scope %s'],
  'missing.permissions': [
    403,
    'Unable to perform the requested action. You are missing the following permission(s): %s',
  ],
  'missing.any.permissions': [
    403,
    'Unable to perform the requested action. You must have at least one of the following permissions assigned: %s',
  ],
  'not.authorized': [403, 'You are not authorized to perform the requested action.'],
  'notification.unauthorized.topic': [403, 'Not authorized for this topic.'],
  'presence.not.authorized.update.on.queue': [403, 'Not authorized to update presence to ON_QUEUE'],
  'presence.not.authorized.update.other.user.presence': [
    403,
    "Not authorized to update another user's presence",
  ],
  'conversation.error.conversation.not.found': [404, 'The conversation does not exist.'],
  'conversation.error.not.conversation.participant': [
    404,
    'User is not a participant in the conversation.',
  ],
  'conversation.error.participant.not.found': [404, 'Participant does not exist.'],
  'entity.not.found': [404, 'Subscription list not found.'],
  'not.found': [404, 'The requested resource was not found.'],
  'presenceservice.usernotfound': [404, 'The specified user was not found'],
  'resource.not.found': [404, 'The resource could not be found.'],
  // In no official list: what a wrong method is answered with is not documented.
  'method.not.allowed': [405, 'The method is not allowed for the requested resource.'],
  'client.timeout': [
    408,
    'The client did not produce a request within the server timeout limit. This can be caused by a slow network connection and/or large payloads.',
  ],
  'request.conflict': [409, 'The request conflicts with the current state of the target resource.'],
  'request.entity.too.large': [413, 'The request is over the size limit. Maximum bytes: %s'],
  'unsupported.media.type': [
    415,
    'Unsupported Media Type - Unsupported or incorrect media type, such as an incorrect Content-Type value in the header.',
  ],
  'too.many.requests': [429, 'Rate limit exceeded the maximum [%s] requests within [%s] seconds'],
  'too.many.requests.retry.after': [
    429,
    'Rate limit exceeded the maximum. Retry the request in [%s] seconds',
  ],
  'internal.server.error': [
    500,
    'The server encountered an unexpected condition which prevented it from fulfilling the request.',
  ],
  'service.unavailable': [
    503,
    'Service Unavailable - The server is currently unavailable (because it is overloaded or down for maintenance).',
  ],
  'request.timeout': [504, 'The request timed out.'],
} as const satisfies Record<string, readonly [number, string]>

export type ErrorCode = keyof typeof catalogue

/** Thrown by whatever answers a request; the API host makes the official body of it. */
export class Refused extends Error {
  readonly code: ErrorCode
  readonly params: readonly string[]

  constructor(code: ErrorCode, ...params: string[]) {
    super(code)
    this.code = code
    this.params = params
  }
}

function fill(template: string, params: readonly string[]): string {
  let index = 0
  return template.replaceAll('%s', () => params[index++] ?? '')
}

/** The official body of an error. */
export function errorBody(code: ErrorCode, params: readonly string[], contextId: string) {
  const [status, template] = catalogue[code]
  const message = fill(template, params)
  return {
    message,
    code,
    status,
    contextId,
    ...(code.startsWith('missing.') &&
      params.length > 0 && {
        messageWithParams: template.replace('%s', '{permissions}'),
        messageParams: { permissions: params.join(', ') },
      }),
    details: [],
    errors: [],
  }
}

/** The code a plain status stands for, when a fault names none. */
export function codeOfStatus(status: number): ErrorCode | undefined {
  if (status === 401) return 'bad.credentials'
  if (status === 403) return 'not.authorized'
  if (status === 404) return 'not.found'
  const codes = Object.keys(catalogue) as ErrorCode[]
  return codes.find((code) => catalogue[code][0] === status)
}

export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(catalogue, code)
}
