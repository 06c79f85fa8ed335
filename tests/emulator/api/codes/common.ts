import type { Catalogue } from './catalogue'

/** Codes that most operations share: status and message, `%s` where a parameter goes. */
export const commonCodes = {
  'bad.request': [
    400,
    'The request could not be understood by the server due to malformed syntax.',
  ],
  'constraint.validation': [400, '%s'],
  'invalid.date': [
    400,
    'Dates must be specified as ISO-8601 strings. For example: yyyy-MM-ddTHH:mm:ss.SSSZ',
  ],
  'invalid.page.number': [400, 'Invalid page number specified.'],
  'invalid.property': [400, 'Value [%s] is not a valid property for object [%s]'],
  'invalid.query.param.value': [
    400,
    'Value [%s] is not valid for parameter [%s]. Allowable values are: %s',
  ],
  'invalid.value': [400, 'Value [%s] is not valid for field type [%s]. Allowable values are: %s'],
  'not.a.user': [
    400,
    'This request requires a user context. Client credentials cannot be used for requests to this resource.',
  ],
  'authentication.required': [
    401,
    'No authentication bearer token specified in authorization header.',
  ],
  'bad.credentials': [401, 'Invalid login credentials.'],
  'app.not.authorized.for.scope': [403, 'App not authorized to use scope %s'],
  'missing.any.permissions': [
    403,
    'Unable to perform the requested action. You must have at least one of the following permissions assigned: %s',
  ],
  'missing.permissions': [
    403,
    'Unable to perform the requested action. You are missing the following permission(s): %s',
  ],
  'not.authorized': [403, 'You are not authorized to perform the requested action.'],
  'not.found': [404, 'The requested resource was not found.'],
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
} as const satisfies Catalogue
