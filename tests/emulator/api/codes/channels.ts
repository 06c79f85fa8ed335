import type { Catalogue } from './catalogue'

/** Codes of notifications: status and message, `%s` where a parameter goes. */
export const channelsCodes = {
  'notification.invalid.topic': [400, 'The subscription topic is not valid.'],
  'notification.subscription.too.many.subscriptions': [400, 'Too many subscriptions.'],
  'notification.unauthorized.divisioned.topic': [403, 'No divisioned permissions for this topic.'],
  'notification.unauthorized.topic': [403, 'Not authorized for this topic.'],
  'entity.not.found': [404, 'Subscription list not found.'],
} as const satisfies Catalogue
