import { commonErrors, operationFacts } from '../contract/facts'
import { callsCodes } from './codes/calls'
import type { Catalogue } from './codes/catalogue'
import { channelsCodes } from './codes/channels'
import { commonCodes } from './codes/common'
import { peopleCodes } from './codes/people'
import { tokensCodes } from './codes/tokens'

const catalogue = {
  ...commonCodes,
  ...callsCodes,
  ...peopleCodes,
  ...channelsCodes,
  ...tokensCodes,
} as const satisfies Catalogue

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

/**
 * The code as this operation may answer it: one that is not in its official list gives way to the common
 * one of its status.
 */
export function codeFor(operation: string, code: ErrorCode): ErrorCode {
  const status = catalogue[code][0]
  const common = commonErrors[status] ?? []
  if (common.includes(code) || operationFacts[operation]?.errors[status]?.includes(code))
    return code
  return common.find(isErrorCode) ?? code
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
