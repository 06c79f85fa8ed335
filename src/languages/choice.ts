/** Which language the desk speaks: the agent's choice for this browser, or the first of the browser's that it knows. */
import { type Clock, inTime } from '~/clock'
import { type Catalog, speak } from '~/language'
import { keptLanguage } from '~/storage/look'

/** What the desk is written in needs no catalog. */
const catalogs = {
  en: (): Promise<{ readonly default?: Catalog }> => Promise.resolve({}),
  de: () => import('./de'),
}

type Tag = keyof typeof catalogs

/** Milliseconds after which English now is better than another language later. */
const patience = 4_000

const isTag = (tag: string): tag is Tag => Object.hasOwn(catalogs, tag)

/** `de` of `de-CH`. */
const base = (of: string) => of.slice(0, 2)

export const wishedLanguage = (kept: string, browsers: readonly string[]): Tag =>
  [kept, ...browsers].map(base).find(isTag) ?? 'en'

/** Before anything is drawn. In English where the words of another language did not come. */
export async function speakAsWished(clock: Clock) {
  const { languages } = navigator
  const tag = wishedLanguage(keptLanguage(), languages)
  const fetched = await inTime(clock, patience, catalogs[tag](), undefined).catch(() => undefined)
  const spoken = fetched ? tag : 'en'
  document.documentElement.lang = spoken
  speak(fetched?.default, languages.find((one) => base(one) === spoken) ?? spoken)
}
