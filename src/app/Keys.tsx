import { useLocation, useNavigate } from '@solidjs/router'
import { createEffect, onCleanup } from 'solid-js'
import { actions } from '~/settings/actions'
import { ariaOf, type Chord, labelOf } from '~/settings/chords'
import { wordsOf } from '~/settings/look'
import { ShortcutSheet } from '~/settings/ShortcutSheet'
import { wear } from '~/storage/look'
import { showShortcuts } from '~/ui/shortcut'
import type { Desk } from './desk'
import { createActs } from './keyacts'
import { createLayout, isApple } from './keyboard'
import { hearKeys } from './keys'
import type { Tasks } from './tasks'

/** What the agent has set up, put to use: the look of the page, and its keys. */
export function Keys(props: { readonly desk: Desk; readonly tasks: Tasks }) {
  const { look, keymap } = props.tasks
  const layout = createLayout()
  const navigate = useNavigate()
  const location = useLocation()
  let sheet: HTMLDivElement | undefined
  const label = (chord: Chord) => labelOf(chord, layout(), isApple())

  // Whose desk it is decides, once that is known.
  createEffect(() => look.isRead() && wear(wordsOf(look.now()), true))

  createEffect(() => {
    const all = actions.flatMap((action) => {
      const chord = keymap.of(action)
      return chord
        ? [[action, { aria: ariaOf(chord, layout()), label: label(chord) }] as const]
        : []
    })
    const known = new Map<string, (typeof all)[number][1]>(all)
    showShortcuts((action) => known.get(action))
  })
  onCleanup(() => showShortcuts())

  hearKeys({
    keymap,
    isApple: isApple(),
    act: createActs({
      desk: props.desk,
      opened: () => /^\/conversations\/(.+)$/.exec(location.pathname)?.[1],
      go: navigate,
      help: () => sheet?.togglePopover(),
    }),
  })

  return (
    <ShortcutSheet
      ref={(element) => {
        sheet = element
      }}
      of={keymap.of}
      label={label}
    />
  )
}
