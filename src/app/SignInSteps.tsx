/** *Sign in again*, wherever it stands: what is said of it, and its buttons. */

import { Show } from 'solid-js'
import { t } from '~/language'
import type { Again } from '~/signin/again'
import { Button } from '~/ui/Button'

/** What has become of it; undefined while nothing was begun. */
export function stepWords(again: Again): string | undefined {
  const aside = again.aside?.()
  if (aside) return aside.text
  switch (again.step()) {
    case 'waiting':
      return t`Sign in in the window that has opened. Your desk stays as it is.`
    case 'blocked':
      return t`The browser opened no window for the sign-in. Allow pop-ups for this page, or use this tab: what you wrote is kept.`
    case 'failed':
      return t`The sign-in could not be begun. Try it again.`
    default:
      return undefined
  }
}

export function SignInVerbs(props: { readonly again: Again }) {
  const { again } = props
  const isOpen = () => again.step() === 'waiting' || again.step() === 'blocked'
  return (
    <Show
      when={again.aside?.()?.action ?? isOpen()}
      fallback={
        <Button
          kind="primary"
          busy={again.step() === 'opening' || again.step() === 'leaving'}
          onClick={again.start}
        >{t`Sign in again`}</Button>
      }
    >
      <Show when={!again.aside?.()} fallback={again.aside?.()?.action}>
        <Button onClick={again.start}>
          {again.step() === 'waiting' ? t`Open it again` : t`Try again`}
        </Button>
        <Button onClick={again.startHere}>{t`Use this tab instead`}</Button>
      </Show>
    </Show>
  )
}
