import {
  createEffect,
  createMemo,
  createSignal,
  For,
  on,
  onCleanup,
  onMount,
  Show,
  untrack,
} from 'solid-js'
import { t } from '~/language'
import styles from './PeopleList.module.css'
import { PersonRow, type RowProps } from './PersonRow'
import { drawn, moved, rowsIn } from './rows'

/** Rows that are drawn beyond the edges. */
const beyond = 6

/**
 * A list of any length, of which only the rows on screen are drawn. One stop for the keyboard: arrows, Page, Home
 * and End go through all of it, whether drawn or not; left and right through a row; up from the first row to what
 * stands above the list.
 */
export function PeopleList(props: RowProps & { readonly onAbove: () => void }) {
  const { team } = props
  let list!: HTMLUListElement
  let probe!: HTMLSpanElement
  let scroller: Element | undefined
  const [view, setView] = createSignal({ top: 0, height: 0 })
  const [row, setRow] = createSignal(0)
  /** The row that the keyboard is in, or was. */
  const [active, setActive] = createSignal(0)
  const [focused, setFocused] = createSignal(false)
  let pointed = false

  const range = createMemo(() => rowsIn(view(), row(), team.count()))
  const rows = createMemo(() =>
    drawn(range(), team.count(), beyond, focused() ? active() : undefined),
  )
  /** Where the keyboard comes in: the row it left, as long as that is on screen. */
  const entry = () => {
    const { from, to } = range()
    return focused() || (active() >= from && active() < to) ? active() : from
  }

  function measure() {
    if (!scroller) return
    const [box, frame] = [list.getBoundingClientRect(), scroller.getBoundingClientRect()]
    setRow(probe.offsetHeight)
    setView({ top: frame.top - box.top, height: frame.height })
  }

  onMount(() => {
    scroller = scrollerOf(list)
    measure()
    scroller.addEventListener('scroll', measure, { passive: true })
    const sizes = new ResizeObserver(measure)
    for (const one of [scroller, list, probe]) sizes.observe(one)
    onCleanup(() => {
      scroller?.removeEventListener('scroll', measure)
      sizes.disconnect()
      team.hold(false)
    })
  })
  createEffect(
    on(
      () => [range(), team.count()] as const,
      ([seen]) => team.look(seen),
    ),
  )
  // What is listed may have become shorter.
  createEffect(
    on(team.count, (count) => {
      if (untrack(active) >= count) setActive(Math.max(0, count - 1))
      measure()
    }),
  )

  const hold = () => team.hold(pointed || focused())

  function goTo(index: number, column = 0) {
    if (!scroller || team.count() === 0) return
    setFocused(true)
    setActive(index)
    const [box, frame] = [list.getBoundingClientRect(), scroller.getBoundingClientRect()]
    const top = box.top + index * row()
    const below = top + row() - frame.bottom
    if (top < frame.top) scroller.scrollTop += top - frame.top
    else if (below > 0) scroller.scrollTop += below
    measure()
    focusRow(index, column)
  }

  function focusRow(index: number, column: number) {
    const element = list.querySelector<HTMLElement>(`[data-index="${index}"]`)
    const buttons = element?.querySelectorAll('button')
    const target = buttons?.[Math.min(column, buttons.length - 1)] ?? element
    target?.focus({ preventScroll: true })
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof Element)) return
    const element = event.target.closest('[data-index]')
    if (!element) return
    const buttons = [...element.querySelectorAll('button')]
    const column = Math.max(
      0,
      buttons.findIndex((one) => one.contains(document.activeElement)),
    )
    const aside = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (aside) buttons[column + aside]?.focus()
    else {
      const page = Math.max(1, range().to - range().from - 1)
      const to = moved(event.key, active(), team.count(), page)
      if (to === undefined) return
      if (to === 'above') props.onAbove()
      else goTo(to, column)
    }
    event.preventDefault()
  }

  return (
    <>
      <span ref={probe} class={styles.probe} aria-hidden="true" />
      <ul
        ref={list}
        class={styles.list}
        aria-label={t`Colleagues`}
        style={{ '--count': team.count() }}
        onKeyDown={onKeyDown}
        onFocusIn={(event) => {
          const index = event.target.closest('[data-index]')?.getAttribute('data-index')
          if (index !== undefined && index !== null) setActive(Number(index))
          setFocused(true)
          hold()
        }}
        onFocusOut={(event) => {
          if (event.relatedTarget instanceof Node && list.contains(event.relatedTarget)) return
          setFocused(false)
          hold()
        }}
        onPointerEnter={() => {
          pointed = true
          hold()
        }}
        onPointerLeave={() => {
          pointed = false
          hold()
        }}
      >
        <For each={rows()}>
          {(index) => {
            let element!: HTMLLIElement
            const one = createMemo(() => team.at(index))
            // It was not read yet when the keyboard came to it.
            createEffect(
              on(
                one,
                (known) => {
                  if (known && document.activeElement === element) focusRow(index, 0)
                },
                { defer: true },
              ),
            )
            return (
              <li
                ref={element}
                class={styles.row}
                data-index={index}
                tabindex={-1}
                aria-posinset={index + 1}
                aria-setsize={team.count()}
                style={{ '--at': index }}
              >
                <Show when={one()} fallback={<span class={styles.unread}>{t`Being read…`}</span>}>
                  {(known) => (
                    <PersonRow {...props} one={known()} tabindex={index === entry() ? 0 : -1} />
                  )}
                </Show>
              </li>
            )
          }}
        </For>
      </ul>
    </>
  )
}

/** What the list is scrolled in. */
function scrollerOf(list: Element): Element {
  for (let at = list.parentElement; at; at = at.parentElement)
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at
  return document.documentElement
}
