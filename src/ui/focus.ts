/** Where the focus is when nothing has it: after its element went away. */
export function focusIsLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body
}

/** Gives the focus a place when it has none; what the agent is doing elsewhere is left alone. */
export function focusIfLost(element: HTMLElement | undefined): void {
  if (focusIsLost()) element?.focus()
}
