/** What a notification of the system says of the calls that ring: nothing of the customer unless it is wanted. */
import { t } from '~/language'
import type { Told } from '~/notices/desktop'
import type { Desk } from './desk'

export function toldOf({ conversations, queues }: Desk, named: boolean): Told[] {
  return conversations.alerting().map(({ id, customer, queue }) => {
    const name = queue && (queue.name ?? queues.name(queue.id))
    const whom = named ? customer.name : undefined
    return {
      key: id,
      title: t`Incoming call`,
      body: whom && name ? t`${whom}, ${name}` : (whom ?? name ?? ''),
    }
  })
}
