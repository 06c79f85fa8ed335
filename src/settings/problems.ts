/** Why keys cannot be had, in words. */
import { t } from '~/language'
import { actionWords } from './actions'
import type { Problem } from './keymap'

/** `label`: the keys, as they stand on the keyboard. */
export function problemWords(problem: Problem, label: string): string {
  switch (problem.kind) {
    case 'taken': {
      const other = actionWords[problem.by]
      return t`${label} is taken: ${other}. Take it away there first.`
    }
    case 'single':
      return t`${label} alone would act while you only mean to type. Press it with Alt, or with Alt and Shift.`
    case 'tabs':
      return t`${label} is the browser’s or the system’s own, for tabs and windows.`
    case 'page':
      return t`${label} is the browser’s own, for pages: to load, to print, to search, to zoom.`
    case 'text':
      return t`${label} is needed to edit text.`
    case 'types':
      return t`${label} types a character on many keyboards: Ctrl+Alt is AltGr there.`
    case 'moves':
      return t`${label} is needed to move around on the page.`
    default:
      return problem satisfies never
  }
}
