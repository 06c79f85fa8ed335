import { onMount } from 'solid-js'
import { t } from '~/language'
import { Around, slot } from '~/ui/Around'
import { Button } from '~/ui/Button'
import styles from './TransferPanel.module.css'

/**
 * Nothing has gone out yet. *Send now* has the focus, so that Enter sends at once; but neither the second click of
 * a double click nor a key that is held down does.
 */
export function UndoStrip(props: {
  readonly name: string
  /** In all, and what is left of it. */
  readonly ms: number
  readonly leftMs: number
  readonly onSendNow: () => void
  readonly onUndo: () => void
}) {
  let verbs: HTMLSpanElement | undefined
  /** The clock that is shown ticks once a second: never more than there is in all. */
  const seconds = () => Math.ceil(Math.min(props.ms, Math.max(1, props.leftMs)) / 1000)
  onMount(() => {
    verbs?.querySelector<HTMLElement>('button')?.focus()
    const keepOut = (event: MouseEvent) => event.detail > 1 && event.stopPropagation()
    verbs?.addEventListener('click', keepOut)
  })

  return (
    <div class={styles.strip}>
      <p>
        <Around words={t`Transferring to ${slot} in`}>
          <b>{props.name}</b>
        </Around>{' '}
        {/* Said once, and not at each second. */}
        <time aria-hidden="true">{t`${seconds()} s`}</time>
        <span class="sr">{t`a moment. Enter sends it now, Escape takes it back.`}</span>
      </p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only keeps out what is no press. */}
      <span
        ref={verbs}
        class={styles.verbs}
        onKeyDown={(event) => {
          if (event.repeat && event.key === 'Enter') event.preventDefault()
        }}
      >
        <Button kind="primary" onClick={props.onSendNow}>{t`Send now`}</Button>
        <Button onClick={props.onUndo}>{t`Undo`}</Button>
      </span>
      <i class={styles.left} style={{ 'animation-duration': `${props.ms}ms` }} />
    </div>
  )
}
