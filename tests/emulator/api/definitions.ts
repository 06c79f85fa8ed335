import { type Definition, inCapitals } from '../presence/definitions'
import { labelsFor } from '../presence/labels'
import { type Ask, type Handler, ok, param } from './ask'
import { Refused } from './errors'
import { page } from './paging'

/** UNSURE in the official documents: without a locale the labels are the English ones. */
const standardLocale = 'en_US'

function localeOf({ query }: Ask): string {
  return query.get('localeCode') ?? standardLocale
}

export function toDefinition(definition: Definition, locale = standardLocale) {
  const { id, label, labels, type, systemPresence, deactivated } = definition
  return {
    id,
    name: label,
    type,
    languageLabels: labelsFor(labels, locale),
    systemPresence,
    divisionId: '*',
    deactivated,
    selfUri: `/api/v2/presence/definitions/${id}`,
  }
}

/** As the deprecated resource has it. */
export function toDeprecatedDefinition(definition: Definition, locale = standardLocale) {
  const { id, label, labels, type, systemPresence, deactivated } = definition
  return {
    id,
    name: label,
    languageLabels: labelsFor(labels, locale),
    systemPresence,
    deactivated,
    primary: type === 'System',
    selfUri: `/api/v2/presencedefinitions/${id}`,
  }
}

function definitionFor(ask: Ask, name: string): Definition {
  const found = ask.world.org.definitions.find(({ id }) => id === param(ask, name))
  if (found) return found
  throw new Refused('presenceservice.organizationpresence.organizationpresencenotfound')
}

/** Those still in use, or else those no longer so. */
function inUse({ world }: Ask, isWanted: string | null): readonly Definition[] {
  const deactivated = isWanted?.toLowerCase() === 'true'
  return world.org.definitions.filter((definition) => definition.deactivated === deactivated)
}

export const definitionHandlers = {
  getPresenceDefinitions(ask) {
    const { query, world } = ask
    const divisions = query.getAll('divisionId').flatMap((value) => value.split(','))
    const ours = ['*', world.org.division.id]
    const visible = divisions.length === 0 || divisions.some((id) => ours.includes(id))
    const found = visible ? inUse(ask, query.get('deactivated')) : []
    // Not paged, unlike most lists.
    const entities = found.map((definition) => toDefinition(definition, localeOf(ask)))
    return ok({ entities, total: entities.length, selfUri: ask.path })
  },
  getPresenceDefinition: (ask) =>
    ok(toDefinition(definitionFor(ask, 'definitionId'), localeOf(ask))),
  getPresencedefinitions(ask) {
    const { query, path, world } = ask
    const deleted = query.get('deleted')
    const found = deleted?.toUpperCase() === 'ALL' ? world.org.definitions : inUse(ask, deleted)
    return ok(
      page(found, path, query, (definition) => toDeprecatedDefinition(definition, localeOf(ask))),
    )
  },
  getPresencedefinition: (ask) =>
    ok(toDeprecatedDefinition(definitionFor(ask, 'presenceId'), localeOf(ask))),
  getSystempresences: ({ world: { org } }) =>
    ok(
      org.definitions
        .filter(({ type }) => type === 'System')
        .map(({ id, systemPresence }) => ({
          id,
          name: inCapitals(systemPresence),
          selfUri: `/api/v2/systempresences/${id}`,
        })),
    ),
  getPresenceSettings: ({ world }) =>
    ok({
      restorePresenceSettings: {
        enabled: true,
        restoreTimeMilliseconds: 60_000,
        restoreOnQueueEnabled: true,
      },
      requestingOffQueueEnabled: world.switches.requestingOffQueue,
      selfUri: '/api/v2/presence/settings',
    }),
} satisfies Record<string, Handler>
