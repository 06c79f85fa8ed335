/** Which of the configured places a sign-in goes to. Whatever asks for one is only a key into the list. */
import { type Clock, inTime } from '~/clock'
import type { Site } from '~/config/site'
import { environmentName } from '~/genesys/environments'
import type { Place, Places } from '~/protocol/protocol'
import { placeKey, type Storage } from '~/storage/storage'

type Sites = readonly [Site, ...Site[]]

/** What a page's query may name a place by: our own word, and Genesys Cloud's for a client app. */
const hints = ['region', 'gcTargetEnv', 'gcHostOrigin'] as const

function placeOf({ name, clientId, environment }: Site): Place {
  return { name, clientId, domain: new URL(environment.login).host.replace(/^login\./, '') }
}

/**
 * The place that is wished for, by its name or by a page's whole query; else the remembered one, by its
 * name; else the first. A wish that fits none is no wish.
 */
export function chooseSite(sites: Sites, wish: string | undefined, remembered: unknown): Site {
  const named = (name: unknown) => sites.find((site) => site.name === name)
  const wished = wish?.startsWith('?') ? hinted(sites, wish) : named(wish)
  return wished ?? named(remembered) ?? sites[0]
}

function hinted(sites: Sites, query: string): Site | undefined {
  const params = new URLSearchParams(query)
  for (const hint of hints) {
    const value = params.get(hint)
    const found = value && sites.find((site) => goesBy(site, value))
    if (found) return found
  }
  return undefined
}

function goesBy(site: Site, value: string): boolean {
  const { name, domain } = placeOf(site)
  return [name, domain, `https://apps.${domain}`, environmentName(domain)].includes(value)
}

/** Milliseconds for the place of the last time to be read. */
const patience = 2_000

export interface PlacesBook {
  choose(wish: string | undefined): Promise<Site>
  /** For the next time, where there is a choice. */
  remember(site: Site): void
  /** For the agent to choose from, and for an administrator to look at; `standing`: somebody is signed in there. */
  all(wish: string | undefined, standing: Site | undefined): Promise<Places>
}

export function createPlaces(sites: Sites, storage: Storage, clock: Clock): PlacesBook {
  async function choose(wish: string | undefined): Promise<Site> {
    if (sites.length === 1) return sites[0]
    const remembered = inTime(clock, patience, storage.read(placeKey), undefined)
    return chooseSite(sites, wish, await remembered)
  }
  return {
    choose,
    remember({ name }) {
      if (sites.length > 1) void storage.keep(placeKey, name)
    },
    async all(wish, standing) {
      const { name } = standing ?? (await choose(wish))
      return { all: sites.map(placeOf), chosen: name }
    },
  }
}
