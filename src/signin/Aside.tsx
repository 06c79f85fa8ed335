import { createSignal, type JSX, Show } from 'solid-js'
import { Button } from '~/ui/Button'
import { More } from './More'

/** A button that opens something to read, which is fetched then. */
export function Aside(props: {
  readonly name: string
  readonly kind?: 'plain' | 'quiet'
  readonly children: (code: typeof import('./seldom'), close: () => void) => JSX.Element
}) {
  const [open, setOpen] = createSignal(false)
  return (
    <>
      <Button kind={props.kind ?? 'plain'} onClick={() => setOpen(true)}>
        {props.name}
      </Button>
      <Show when={open()}>
        <More>{(code) => props.children(code, () => setOpen(false))}</More>
      </Show>
    </>
  )
}
