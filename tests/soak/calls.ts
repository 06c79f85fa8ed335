/** What an agent does with the calls on the desk: presses what its buttons admit, as it comes. */

import { controlsFor, type Order } from '~/conversations/controls'
import type { Conversation } from '~/conversations/conversation'
import type { OperationName } from '~/genesys/operations'
import { consultationOf } from '~/transfer/consultation'
import type { Destination } from '~/transfer/destination'
import type { Random } from '../emulator/random'
import type { Agenda } from './agenda'
import type { Seat } from './desk'
import type { Presses } from './presses'

export interface Calls {
  /** One look at them, and what comes of it. */
  act(): Promise<void>
}

const change: readonly OperationName[] = ['updateCall']
const away: readonly OperationName[] = ['transferToQueue', 'transferToAgent', 'transferToAddress']
const consult: readonly OperationName[] = ['consultAgent', 'consultQueue', 'consultAddress']

export function createCalls(parts: {
  readonly seat: Seat
  readonly agenda: Agenda
  readonly random: Random
  readonly presses: Presses
}): Calls {
  const { seat, agenda, random, presses } = parts
  const { desk, tasks, calls } = seat
  const chance = (part: number) => random.next() < part
  /** Rings, and the agent does not want it. */
  const ignored = new Set<string>()

  function order(verb: Order, call: Conversation) {
    const control = controlsFor(call, desk.pending(call.id), {}).find((one) => one.verb === verb)
    if (!control || control.pending || control.whyNot) return
    if (verb === 'answer' || verb === 'resume') othersAreHeld(call)
    presses.add(change, call.id, agenda.now())
    calls.change(verb, call)
  }

  /** Whoever else is talked to hears music first. */
  function othersAreHeld({ id }: Conversation) {
    for (const other of desk.conversations.all())
      if (other.id !== id && other.phase === 'connected')
        presses.add(change, other.id, agenda.now())
  }

  /** Typed as people type; answers whom to send it to, if anybody was found. */
  async function find({ id }: Conversation, as: 'transfer' | 'consult') {
    tasks.transfers.open(id, as)
    const words = ['Repairs', 'Ben Okafor', '+49 30 55500150'] as const
    const word = random.pick(as === 'consult' ? ['Ben Okafor', ...words] : words)
    tasks.transfers.finder(id)?.type(word.slice(0, 2))
    await agenda.rest(150)
    tasks.transfers.finder(id)?.type(word)
    await agenda.rest(random.between(1_000, 3_000))
    const now = tasks.transfers.finder(id)?.now()
    const number = now?.number && 'number' in now.number ? now.number.number : undefined
    return number ?? now?.found.last.find((one) => one.kind !== 'contact')
  }

  async function send(call: Conversation, as: 'transfer' | 'consult') {
    const to = await find(call, as)
    const now = desk.conversations.get(call.id)
    const isOpen = tasks.transfers.of(call.id).step === 'choosing'
    if (!to || !now || !isOpen || chance(0.2)) return tasks.transfers.close(call.id)
    press(now, to, as)
    if (as === 'transfer' && chance(0.2)) {
      await agenda.rest(2_000)
      tasks.transfers.undo(call.id)
    }
  }

  function press(call: Conversation, to: Destination, as: 'transfer' | 'consult') {
    // Before that it was no order.
    if (as === 'transfer')
      presses.add(away, call.id, agenda.now() + 1_000 * tasks.transfers.undoSetting.seconds())
    else presses.add(consult, call.id, agenda.now())
    void tasks.transfers.send(call, to, as)
  }

  function inConsult(call: Conversation) {
    const { id } = call
    const may = consultationOf(call, tasks.underWay(id))
    const isFree = (one?: { whyNot?: string; pending: boolean }) =>
      one && !one.whyNot && !one.pending
    if (isFree(may?.both) && chance(0.1)) {
      presses.add(['changeConsult'], id, agenda.now())
      // With their own hold.
      if (call.phase === 'held') {
        presses.add(change, id, agenda.now())
        othersAreHeld(call)
      }
      tasks.consults.talkToBoth(id)
    } else if (isFree(may?.complete) && chance(0.3)) {
      presses.add(change, id, agenda.now())
      tasks.consults.complete(id)
    } else if (isFree(may?.cancel) && chance(0.3)) {
      presses.add(['cancelConsult'], id, agenda.now())
      tasks.consults.cancel(id)
    }
    return may !== undefined
  }

  async function wrapUp(call: Conversation) {
    const { id, mine } = call
    const codes = tasks.wrapup.codes(mine)
    if (codes.state !== 'ready') return void tasks.wrapup.load(call)
    tasks.wrapup.write(id, `Wants the invoice of ${Math.floor(random.between(1, 28))} May by post`)
    const code = random.pick([codes.codes[0], ...codes.codes])
    if (code) tasks.wrapup.choose(id, code)
    if (chance(0.6) || desk.pending(id).length > 0) return
    presses.add(['submitWrapup'], id, agenda.now())
    void tasks.wrapup.submit(call)
  }

  async function talk(call: Conversation) {
    if (inConsult(call)) return
    const drawn = random.next()
    if (call.phase === 'held') return drawn < 0.5 ? order('resume', call) : undefined
    if (call.phase !== 'connected') return
    if (call.mine?.muted) return drawn < 0.5 ? order('unmute', call) : undefined
    if (drawn < 0.01) order('hold', call)
    else if (drawn < 0.016) order('mute', call)
    else if (drawn < 0.056) order('end', call)
    else if (drawn < 0.063) await send(call, 'transfer')
    else if (drawn < 0.069) await send(call, 'consult')
  }

  return {
    async act() {
      for (const call of desk.conversations.alerting()) {
        if (ignored.has(call.id)) continue
        const drawn = random.next()
        if (drawn < 0.08) ignored.add(call.id)
        else if (drawn < 0.12) order('decline', call)
        else order('answer', call)
        return
      }
      for (const call of desk.conversations.all()) {
        if (call.phase === 'wrapup') await wrapUp(call)
        else await talk(call)
      }
      if (desk.conversations.all().length === 0) ignored.clear()
    },
  }
}
