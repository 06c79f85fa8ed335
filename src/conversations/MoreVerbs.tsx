import { createSignal, createUniqueId, For, Show } from 'solid-js'
import { t } from '~/language'
import { Button } from '~/ui/Button'
import { Icon } from '~/ui/Icon'
import { nextIndex } from '~/ui/Menu'
import menu from '~/ui/Menu.module.css'
import type { CallVerb, Control } from './controls'
import { controlWords } from './controlwords'
import styles from './MoreVerbs.module.css'

/** *More*, and what it opens: what cannot be done now stays in its place and says why. */
export function MoreVerbs(props: {
  readonly controls: readonly Control[]
  /** Why nothing can be ordered at all. */
  readonly whyNot: string | undefined
  readonly onPress: (verb: CallVerb) => void
}) {
  const id = createUniqueId()
  const [open, setOpen] = createSignal(false)
  let list!: HTMLDivElement
  const trigger = () => document.getElementById(`${id}-more`)
  const items = () => [...list.querySelectorAll<HTMLElement>('[role=menuitem]')]

  function toggle() {
    if (open()) return list.hidePopover()
    const box = trigger()?.getBoundingClientRect()
    if (!box) return
    list.style.left = `${Math.max(8, Math.min(box.left, innerWidth - 272))}px`
    list.style.top = `${box.bottom + 4}px`
    list.showPopover()
    items()[0]?.focus()
  }

  function close() {
    list.hidePopover()
    trigger()?.focus()
  }

  function press({ verb, pending, whyNot }: Control) {
    if (pending || (props.whyNot ?? whyNot)) return
    close()
    props.onPress(verb)
  }

  function move(event: KeyboardEvent) {
    // The row's own arrows have nothing to do here.
    event.stopPropagation()
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault()
      return close()
    }
    const all = items()
    const at = all.findIndex((one) => one.matches(':focus'))
    const to = nextIndex(event.key, at, all.length)
    if (to === undefined) return
    event.preventDefault()
    all[to]?.focus()
  }

  return (
    <>
      <Button
        tool
        id={`${id}-more`}
        icon="more"
        hint={t`Flag, add someone and what is seldom wanted`}
        expanded={open()}
        popup="menu"
        onClick={toggle}
      >{t`More`}</Button>
      <div
        ref={list}
        popover="auto"
        role="menu"
        aria-label={t`More`}
        class={`${menu.menu} ${styles.menu}`}
        on:keydown={move}
        on:toggle={(event: ToggleEvent) => setOpen(event.newState === 'open')}
      >
        <For each={props.controls.map(({ verb }) => verb)}>
          {(verb) => {
            const control = () => props.controls.find((one) => one.verb === verb)
            const whyNot = () => props.whyNot ?? control()?.whyNot
            return (
              <Show when={control()}>
                {(one) => (
                  <button
                    type="button"
                    role="menuitem"
                    tabindex="-1"
                    class={menu.item}
                    aria-label={controlWords[verb].word}
                    aria-description={whyNot() ?? controlWords[verb].hint}
                    aria-disabled={whyNot() || one().pending ? 'true' : undefined}
                    aria-busy={one().pending ? 'true' : undefined}
                    onClick={() => press(one())}
                  >
                    <Icon name={controlWords[verb].icon} />
                    <span>
                      {controlWords[verb].word}
                      <small>{whyNot() ?? controlWords[verb].hint}</small>
                    </span>
                  </button>
                )}
              </Show>
            )
          }}
        </For>
      </div>
    </>
  )
}
