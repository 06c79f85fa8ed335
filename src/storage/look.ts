/**
 * What has to be known before anything is drawn, of this browser, whoever uses it.
 *
 * The language, as a tag (`de`); nothing where it is the browser's own. And what the page looks like, in words for
 * the style sheet (`dark compact`), so that the first thing that is painted has it. That is why both are kept where
 * they can be read at once. How it looks is a setting of each agent, and is put here when their desk opens.
 */
const keys = { look: 'minidesk.look', language: 'minidesk.language' } as const

function kept(key: string): string {
  try {
    return localStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}

function keep(key: string, value: string) {
  try {
    if (value) localStorage.setItem(key, value)
    else localStorage.removeItem(key)
  } catch {
    // Then it holds from the moment at which the desk opens, or as long as this page.
  }
}

export const keptLanguage = () => kept(keys.language)

/** When the next page opens. */
export const keepLanguage = (tag: string) => keep(keys.language, tag)

/** What was worn last; nothing where storage is blocked. */
export const wearLast = () => wear(keptLook())

/** Nothing where it looks as the system has it. */
export const keptLook = () => kept(keys.look)

/** From now on, and when the next page opens. */
export function wear(look: string, isKept = false) {
  document.documentElement.dataset.look = look
  if (isKept) keep(keys.look, look)
}
