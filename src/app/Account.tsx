import type { Desk } from './desk'
import type { HealthProps } from './Health'
import { HealthEntry } from './HealthEntry'
import { SignOut } from './SignOut'
import type { Tasks } from './tasks'

/** What the account's card has once its code is here. */
export function Account(
  props: HealthProps & {
    readonly desk: Desk
    readonly tasks: Tasks | undefined
    readonly onSignOut: () => void
  },
) {
  return (
    <>
      <SignOut {...props} />
      <HealthEntry {...props} />
    </>
  )
}
