/** What can be done by keys, in words and in groups, and the keys without a choice of the agent's. */
import { t } from '~/language'
import type { Chord } from './chords'

/** Named like the places of the controls of a call where there is one. */
export const actions = [
  ...(['answer', 'decline', 'mute', 'hold', 'keypad', 'transfer', 'consult', 'recording'] as const),
  ...(['end', 'done', 'new-call', 'next', 'previous', 'status', 'on-queue'] as const),
  ...(['search', 'help'] as const),
] as const

export type Action = (typeof actions)[number]

/** Browsers leave Alt+Shift with a letter to the page; docs/decisions/0027 says which they do not. */
export const standard: Readonly<Record<Action, Chord>> = {
  answer: 'Alt+Shift+KeyA',
  decline: 'Alt+Shift+KeyD',
  mute: 'Alt+Shift+KeyM',
  hold: 'Alt+Shift+KeyH',
  keypad: 'Alt+Shift+KeyK',
  transfer: 'Alt+Shift+KeyT',
  consult: 'Alt+Shift+KeyC',
  recording: 'Alt+Shift+KeyP',
  end: 'Alt+Shift+KeyE',
  done: 'Alt+Shift+KeyW',
  'new-call': 'Alt+Shift+KeyN',
  next: 'Alt+Shift+ArrowDown',
  previous: 'Alt+Shift+ArrowUp',
  status: 'Alt+Shift+KeyS',
  'on-queue': 'Alt+Shift+KeyQ',
  search: '/',
  help: '?',
}

/** They order nothing: a single character may do them. */
export const harmless: readonly Action[] = ['search', 'help']

export const actionWords: Readonly<Record<Action, string>> = {
  answer: t`Answer`,
  decline: t`Decline`,
  mute: t`Mute or unmute`,
  hold: t`Hold or resume`,
  keypad: t`Keypad`,
  transfer: t`Transfer`,
  consult: t`Consult`,
  recording: t`Record or secure pause`,
  end: t`End call`,
  done: t`Finish the wrap-up`,
  'new-call': t`New call`,
  next: t`Next conversation`,
  previous: t`Previous conversation`,
  status: t`Choose a status`,
  'on-queue': t`On or off queue`,
  search: t`Search`,
  help: t`Show these keys`,
}

export const groups: readonly { readonly name: string; readonly actions: readonly Action[] }[] = [
  {
    name: t`In a call`,
    actions: [
      ...(['answer', 'decline', 'mute', 'hold', 'keypad', 'transfer', 'consult'] as const),
      ...(['recording', 'end', 'done'] as const),
    ],
  },
  { name: t`Around the desk`, actions: ['new-call', 'next', 'previous', 'search', 'help'] },
  { name: t`Your status`, actions: ['status', 'on-queue'] },
]
