/** What a key does: it presses the button that is there, or orders the same for the call that is meant. */
import { createCallCommands } from '~/conversations/commands'
import { type Control, controlsFor, placeOf } from '~/conversations/controls'
import type { Conversation } from '~/conversations/conversation'
import { isTalked } from '~/conversations/part'
import { t } from '~/language'
import { type Action, actionWords } from '~/settings/actions'
import { lacksOf } from './callrights'
import type { Desk } from './desk'

/** For `desk.notices`. */
const about = 'keys'
/** Frames until what was opened is drawn. */
const patience = 60

interface ActsParts {
  readonly desk: Desk
  /** The conversation that is open beside the list. */
  readonly opened: () => string | undefined
  readonly go: (path: string) => void
  readonly help: () => void
}

const buttonsOf = (action: string) =>
  [...document.querySelectorAll<HTMLElement>(`[data-action="${action}"]`)].filter(
    (one) => one.checkVisibility() && !one.closest('[inert]'),
  )

export function createActs({ desk, opened, go, help }: ActsParts) {
  const { conversations, notices } = desk
  const calls = createCallCommands(desk.means)

  /** Where the button would have said it: the eye is not there, and the hand pressed a key. */
  function sayWhyNot(action: Action, why: string) {
    const name = actionWords[action]
    const reason = why.replace(/\.$/, '')
    notices.unsay(about)
    notices.tell(t`${name}: ${reason}.`, about)
  }

  function press(action: Action, button: HTMLElement) {
    if (button.getAttribute('aria-busy') === 'true') return
    const whyNot = button.getAttribute('aria-disabled') && button.getAttribute('aria-description')
    if (whyNot) return sayWhyNot(action, whyNot)
    notices.unsay(about)
    button.click()
  }

  /** The call a key is meant for: the one that is open, else the one that is talked on, else the only one there is. */
  function meant(): Conversation | string {
    const talked = conversations.all().filter((one) => one.media === 'call' && isTalked(one))
    const [first, ...others] = talked
    const open = talked.find(({ id }) => id === opened())
    const heard = talked.filter(({ phase }) => phase !== 'held')
    const only = others.length === 0 ? first : heard.length === 1 ? heard[0] : undefined
    return open ?? only ?? (first ? t`Open the call that you mean` : t`You are in no call`)
  }

  function order(action: Action, call: Conversation, { verb, pending, whyNot }: Control) {
    if (pending) return
    const why = desk.whyNot() ?? whyNot
    if (why) return sayWhyNot(action, why)
    notices.unsay(about)
    if (verb !== 'keypad' && verb !== 'transfer' && verb !== 'consult' && verb !== 'invite')
      return calls.change(verb, call)
    go(`/conversations/${call.id}`)
    pressSoon(action, patience)
  }

  function pressSoon(action: Action, frames: number) {
    const [button] = buttonsOf(action)
    if (button) press(action, button)
    else if (frames > 0) requestAnimationFrame(() => pressSoon(action, frames - 1))
  }

  /** Of a call: its button may not be on screen. */
  function pressOrOrder(action: Action) {
    const [button, another] = buttonsOf(action)
    if (another) return sayWhyNot(action, t`Use the buttons of the call that you mean`)
    if (button) return press(action, button)
    // Of a locked desk only what is on screen can be used.
    if (desk.locked()) return
    const call = meant()
    if (typeof call === 'string') return sayWhyNot(action, call)
    const known = controlsFor(call, desk.pending(call.id), lacksOf(desk))
    const control = known.find(({ verb }) => placeOf(verb) === action)
    if (control) order(action, call, control)
  }

  function pressIt(action: Action, otherwise: string) {
    const [button] = buttonsOf(action)
    if (button) press(action, button)
    else if (!desk.locked()) sayWhyNot(action, otherwise)
  }

  function step(by: 1 | -1) {
    const ids = conversations.ids()
    const at = ids.indexOf(opened() ?? '')
    const next = ids.at(at < 0 && by < 0 ? -1 : (at + by) % ids.length)
    if (next) go(`/conversations/${next}`)
    else sayWhyNot(by > 0 ? 'next' : 'previous', t`There is no conversation`)
  }

  function search() {
    const boxes = [...document.querySelectorAll<HTMLElement>('main input[type=search]')]
    const box = boxes.find((one) => one.checkVisibility())
    if (box) box.focus()
    else go('/call')
  }

  const acts: Readonly<Partial<Record<Action, () => void>>> = {
    answer: () => pressIt('answer', t`No call rings`),
    decline: () => pressIt('decline', t`No call rings`),
    done: () => pressIt('done', t`No wrap-up is open`),
    status: () => pressIt('status', t`It is not to be had now`),
    'on-queue': () => pressIt('on-queue', t`It is not to be had now`),
    'new-call': () => go('/call'),
    next: () => step(1),
    previous: () => step(-1),
    search,
    help,
  }
  const unlocked: readonly Action[] = ['new-call', 'next', 'previous', 'search', 'help']

  return (action: Action) => {
    if (desk.locked() && unlocked.includes(action)) return
    const act = acts[action]
    if (act) act()
    else pressOrOrder(action)
  }
}
