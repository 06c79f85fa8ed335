import type { Catalogue } from './catalogue'

/** Codes of tokens and OAuth clients: status and message, `%s` where a parameter goes. */
export const tokensCodes = {
  'token.timeout.exceeded': [
    400,
    'When HIPAA is not enabled timeout must be between 300 and 28800 seconds',
  ],
  'client.not.found': [404, 'Client was not found.'],
} as const satisfies Catalogue
