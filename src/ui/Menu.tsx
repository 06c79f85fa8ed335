import { createSignal, createUniqueId, Index, type JSX } from 'solid-js'
import styles from './Menu.module.css'
import { shortcut, titled } from './shortcut'

export interface MenuItem {
  readonly id: string
  readonly label: string
  readonly checked: boolean
  /** A shade deeper, under the one above it. */
  readonly inner?: boolean
  /** Drawn before the word. */
  readonly mark?: JSX.Element
  /** Why it cannot be chosen now. It stays, reachable, and says so. */
  readonly whyNot?: string | undefined
}

/** A button that opens a list of which one item is the current one. */
export function Menu(props: {
  /** Names the list of choices. */
  readonly label: string
  readonly items: readonly MenuItem[]
  /** Said when there is nothing to choose. */
  readonly empty: string
  readonly onChoose: (id: string) => void
  readonly class?: string | undefined
  /** What it does, where keys may do it, too. */
  readonly action?: string | undefined
  /** What stands on the button, and names it. */
  readonly children: JSX.Element
}) {
  const id = createUniqueId()
  const [open, setOpen] = createSignal(false)
  /** The letters of a word that is being typed, and when the last of them was. */
  let typed = ''
  let typedAt = 0
  let trigger!: HTMLButtonElement
  let list!: HTMLDivElement

  const items = () => [...list.querySelectorAll<HTMLElement>('[role^=menuitem]')]

  function place() {
    const { left, bottom } = trigger.getBoundingClientRect()
    list.style.left = `${Math.max(8, Math.min(left, innerWidth - 248))}px`
    list.style.top = `${bottom + 4}px`
  }

  /** As it opens, not when it has: the browser tells of that later, and the next key would be lost. */
  function opening() {
    place()
    const all = items()
    const first = all.find((item) => item.getAttribute('aria-checked') === 'true') ?? all[0]
    for (const item of all) item.toggleAttribute('autofocus', item === first)
  }

  function choose(item: MenuItem) {
    list.hidePopover()
    trigger.focus()
    props.onChoose(item.id)
  }

  function move(event: KeyboardEvent) {
    const all = items()
    const at = all.findIndex((item) => item.matches(':focus'))
    const to = nextIndex(event.key, at, all.length) ?? typeTo(event, at, all)
    if (to === undefined) {
      if (event.key === 'Tab') list.hidePopover()
      return
    }
    event.preventDefault()
    all[to]?.focus()
  }

  function typeTo({ key, timeStamp }: KeyboardEvent, at: number, all: readonly HTMLElement[]) {
    if (key.length !== 1 || key === ' ') return undefined
    typed = timeStamp - typedAt < pause ? typed + key : key
    typedAt = timeStamp
    return wordIndex(typed.toLowerCase(), at, all)
  }

  return (
    <>
      <button
        ref={trigger}
        type="button"
        class={props.class}
        aria-haspopup="menu"
        aria-expanded={open()}
        popovertarget={id}
        data-action={props.action}
        aria-keyshortcuts={shortcut(props.action)?.aria}
        title={titled(undefined, props.action)}
      >
        {props.children}
      </button>
      <div
        ref={list}
        id={id}
        popover="auto"
        role="menu"
        aria-label={props.label}
        class={styles.menu}
        onKeyDown={move}
        on:beforetoggle={(event: ToggleEvent) => event.newState === 'open' && opening()}
        on:toggle={(event: ToggleEvent) => setOpen(event.newState === 'open')}
      >
        <Index
          each={props.items}
          fallback={
            // A menu holds items and nothing else.
            <button
              type="button"
              role="menuitem"
              tabindex="-1"
              aria-disabled="true"
              class={styles.item}
            >
              {props.empty}
            </button>
          }
        >
          {(item) => (
            <button
              type="button"
              role="menuitemradio"
              tabindex="-1"
              aria-checked={item().checked}
              class={styles.item}
              data-inner={item().inner ? '' : undefined}
              aria-disabled={item().whyNot ? 'true' : undefined}
              aria-description={item().whyNot}
              title={item().whyNot}
              onClick={() => item().whyNot || choose(item())}
            >
              {item().mark}
              {item().label}
            </button>
          )}
        </Index>
      </div>
    </>
  )
}

/** Where an arrow, Home or End leads in a list of `length`, from `at`; undefined for other keys. */
export function nextIndex(key: string, at: number, length: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % length
    case 'ArrowUp':
      return at > 0 ? at - 1 : length - 1
    case 'Home':
      return 0
    case 'End':
      return length - 1
    default:
      return undefined
  }
}

/** Milliseconds after a letter in which another one belongs to the same word. */
const pause = 800

/** The next that begins so; of one letter, pressed again and again, one after another. */
function wordIndex(word: string, at: number, all: readonly HTMLElement[]): number | undefined {
  const isLetter = word === word[0]?.repeat(word.length)
  const starts = (item: HTMLElement) =>
    item.textContent
      ?.trim()
      .toLowerCase()
      .startsWith(isLetter ? word.charAt(0) : word)
  const after = all.findIndex((item, index) => index > at - Number(!isLetter) && starts(item))
  const found = after === -1 ? all.findIndex(starts) : after
  return found === -1 ? undefined : found
}
