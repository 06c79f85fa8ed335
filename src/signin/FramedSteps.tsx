import { onMount, Show } from 'solid-js'
import { t } from '~/language'
import { Button } from '~/ui/Button'
import { focusIfLost } from '~/ui/focus'
import styles from './FramedSteps.module.css'
import type { Framed } from './framed'
import { framedWords } from './framedwords'

/** The desk by itself, at the same place: what is left when a frame cannot log in. */
export const ownAddress = () => new URL(`./index.html${location.hash}`, location.href).href

/** What can be done about the window of a log-in. */
export function FramedActions(props: { readonly framed: Framed }) {
  const step = () => props.framed.step()
  const opensAgain = () => step() === 'waiting' || step() === 'gone'
  return (
    <>
      <Show when={step() === 'gone'}>
        <Button onClick={props.framed.giveUp}>{t`I closed it`}</Button>
      </Show>
      <Button onClick={() => void props.framed.start()}>
        {opensAgain() ? t`Open it again` : t`Try again`}
      </Button>
      <Show when={step() !== 'sandboxed'}>
        <a
          class={styles.link}
          href={ownAddress()}
          target="_blank"
          rel="noopener"
        >{t`Open in a new tab`}</a>
      </Show>
    </>
  )
}

/** In the place of the button that begins a log-in. */
export function FramedSteps(props: { readonly framed: Framed }) {
  let place: HTMLDivElement | undefined
  // The button that was pressed is gone.
  onMount(() => queueMicrotask(() => focusIfLost(place)))
  return (
    <div ref={place} class={styles.steps} tabindex="-1">
      <p class={styles.words} role="alert">
        {framedWords(props.framed.step(), ownAddress())}
      </p>
      <FramedActions framed={props.framed} />
    </div>
  )
}
