/** What a notification of the system may say: `notifications` of config.json. */
import { checkSwitch, isObject, refuseUnknown, type Wrong } from './check'

export interface Notifications {
  /** Whether agents may have the customer's name in it. */
  readonly customer: boolean
}

/** Absent: as the agent wants it, which is without a name until they switch it on. */
export function checkNotifications(value: unknown, wrong: Wrong): Notifications | undefined {
  const where = 'notifications'
  if (value === undefined) return undefined
  if (!isObject(value)) return wrong(where, 'must be { "customer": false }')
  refuseUnknown(value, ['customer'], `${where}.`, wrong)
  const { customer } = value
  return { customer: customer === undefined || checkSwitch(customer, `${where}.customer`, wrong) }
}
