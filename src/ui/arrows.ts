/** Arrow keys through a plain list of buttons, from the search box above it and back. */
export function moveThroughList(event: KeyboardEvent, list: HTMLElement | undefined): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const buttons = [...(list?.querySelectorAll('button') ?? [])]
  const at = buttons.findIndex((button) => button.matches(':focus'))
  if (at === -1 && event.key === 'ArrowUp') return
  event.preventDefault()
  const to = at + (event.key === 'ArrowDown' ? 1 : -1)
  if (to >= 0) buttons[Math.min(to, buttons.length - 1)]?.focus()
  else event.currentTarget instanceof HTMLElement && focusSearch(event.currentTarget)
}

function focusSearch(within: HTMLElement) {
  within.querySelector<HTMLElement>('[role=searchbox], input[type=search]')?.focus()
}

/**
 * Up and down through the rows of a list, from the search box above it and back; left and right through the
 * buttons of a row. From the box upwards lies what stands above it.
 */
export function moveThroughRows(
  event: KeyboardEvent & { readonly currentTarget: HTMLElement },
  list: HTMLElement | undefined,
  above: HTMLElement | undefined,
): void {
  const { key, target, currentTarget } = event
  if (!(target instanceof HTMLElement)) return
  const rows = [...(list?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
  const row = target.closest<HTMLElement>('[data-row]')
  const isAbove = above?.contains(target) ?? false
  const aside = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0
  if (aside && (row || isAbove)) {
    const buttons: Element[] = [...((row ?? above)?.querySelectorAll('button') ?? [])]
    const next = buttons[buttons.indexOf(target) + aside]
    if (next instanceof HTMLElement) next.focus()
  } else if (key === 'ArrowDown') {
    if (isAbove) focusSearch(currentTarget)
    else if (row || !list?.contains(target)) focusRow(rows[row ? rows.indexOf(row) + 1 : 0])
  } else if (key === 'ArrowUp') {
    const before = row ? rows[rows.indexOf(row) - 1] : undefined
    if (before) focusRow(before)
    else if (row || list?.contains(target)) focusSearch(currentTarget)
    else if (!isAbove) above?.querySelector<HTMLElement>('[aria-pressed=true]')?.focus()
  } else return
  event.preventDefault()
}

/** The first button of a row that can be used, switches aside; else its first. */
export function focusRow(row: HTMLElement | null | undefined): void {
  const usable = 'button:not([aria-disabled=true], [aria-pressed])'
  const button = row?.querySelector<HTMLElement>(usable) ?? row?.querySelector('button')
  button?.focus()
}
