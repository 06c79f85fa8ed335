import type { Failure } from '~/genesys/errors'
import { forbidden } from '~/genesys/forbidden'
import { sentence } from '~/genesys/sentence'
import { t } from '~/language'

/** Why there is no desk at all: with the administrator's line, for there is no place to copy it from. */
export function refusalToOpen(failure: Failure, at: number): string {
  const why = forbidden(failure, at)
  return why ? t`${why.words} For your administrator: ${why.forAdministrator}` : sentence(failure)
}
