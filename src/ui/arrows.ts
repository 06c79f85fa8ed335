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
