/** The keyboard at hand: what stands on its keys, and whose it is. */
import { type Accessor, createSignal } from 'solid-js'
import type { Layout } from '~/settings/chords'

/** Where a browser cannot tell, keys are called as on an American one. */
export function createLayout(): Accessor<Layout> {
  const [layout, setLayout] = createSignal<Layout>(new Map())
  const read = async () => {
    const found: unknown = await Object(Reflect.get(navigator, 'keyboard')).getLayoutMap()
    const pairs = [...Object(found)].filter((pair): pair is [string, string] =>
      [pair?.[0], pair?.[1]].every((one) => typeof one === 'string'),
    )
    setLayout(new Map(pairs))
  }
  read().catch(() => {})
  return layout
}

export const isApple = () => /^(Mac|iP)/.test(navigator.platform)
