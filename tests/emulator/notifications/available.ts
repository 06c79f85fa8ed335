import { type Shape, topicBodies, topicShapes } from '../contract/facts'
import { ruleOf, type TopicRule } from './topicrules'
import { availableTemplates } from './topics'

/** Fields that come only when `expand` asks for them. */
export const topicExpansions = [
  'description',
  'enforced',
  'schema',
  'visibility',
  'transports',
  'publicApiTemplateUriPaths',
  'requiresPermissions',
  'permissionDetails',
  'topicParameters',
] as const
export type TopicExpansion = (typeof topicExpansions)[number]

const isPreview = (template: string) => template.endsWith('.preview')

/** Own only; own, or with a permission; or with a permission whoever it is. */
function requirements({ own, permissions }: TopicRule) {
  const needed = permissions !== undefined && permissions.length > 0
  return {
    requiresCurrentUser: own === true && !needed,
    requiresCurrentUserOrPermission: own === true && needed,
    requiresDivisionPermissions: needed,
  }
}

function details(rule: TopicRule) {
  if (rule.participants) return [{ type: 'requiresUserBeConversationParticipant', enforced: true }]
  const { permissions = [], own } = rule
  if (permissions.length > 0) {
    const allowsCurrentUser = own === true
    const type = 'requiresAnyDivisionPermissions'
    return [{ type, permissions, allowsCurrentUser, enforced: true }]
  }
  return own ? [{ type: 'requiresCurrentUser', enforced: true }] : []
}

/** The shape of a body with all that it refers to. */
function schemaOf(name: string, shapes: Readonly<Record<string, Shape>>) {
  const found = new Map<string, Shape | undefined>([[name, shapes[name]]])
  for (const [, shape] of found) {
    for (const [, ref = ''] of JSON.stringify(shape ?? {}).matchAll(/"\$ref":"([^"]+)"/g)) {
      found.set(ref, shapes[ref])
    }
  }
  return Object.fromEntries(found)
}

/** The topics that can be subscribed to, as `GET /notifications/availabletopics` tells them. */
export function availableTopics(expand: ReadonlySet<TopicExpansion>, withPreviews: boolean) {
  const shapes = expand.has('schema') ? topicShapes() : {}
  return availableTemplates
    .filter((template) => withPreviews || !isPreview(template))
    .map((template) => {
      const rule = ruleOf(template)
      const body = topicBodies[template] ?? ''
      const ids = [...template.matchAll(/\{id\}/g)]
      const more: Record<TopicExpansion, () => unknown> = {
        description: () => `Tells ${body}`,
        enforced: () => true,
        schema: () => schemaOf(body, shapes),
        visibility: () => (isPreview(template) ? 'Preview' : 'Public'),
        transports: () => ['Websocket'],
        publicApiTemplateUriPaths: () => (rule.path ? [rule.path] : []),
        requiresPermissions: () => rule.permissions ?? [],
        permissionDetails: () => details(rule),
        topicParameters: () => ids.map((_, index) => (index === 0 ? 'id' : `id${index + 1}`)),
      }
      return {
        id: template,
        ...requirements(rule),
        ...Object.fromEntries([...expand].map((field) => [field, more[field]()])),
      }
    })
}
