/** Why Genesys Cloud does not let a wrap-up be skipped, by its own code. */
import { t } from '~/language'
export const refusals: Readonly<Record<string, string>> = {
  'conversation.error.wrapup.cannot.skip': t`This queue asks for a wrap-up: choose a code.`,
}
