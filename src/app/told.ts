/** What went wrong with a command, in the words of its room: fetched after the first screen. */
import { refusalsOf, unseen } from '~/conversations/refusals'
import { refusals as ofDial } from '~/dial/words'
import type { Command, Verb } from '~/ledger/command'
import { troubleOf as inWords } from '~/ledger/words'
import { refusals as ofPhone } from '~/phone/words'
import { refusals as ofPresence } from '~/presence/words'
import { unconfirmed } from '~/queues/unconfirmed'
import { consultRefusals, inviteRefusals, refusals as ofTransfer } from '~/transfer/words'
import { refusals as ofSkipping } from '~/wrapup/refusals'

/** The words of the room that a verb belongs to. */
const refusals: Readonly<Partial<Record<Verb, Readonly<Record<string, string>>>>> = {
  presence: ofPresence,
  'back-on-queue': ofPresence,
  dial: ofDial,
  transfer: ofTransfer,
  'cancel-transfer': ofTransfer,
  consult: consultRefusals,
  speak: consultRefusals,
  'cancel-consult': consultRefusals,
  invite: inviteRefusals,
  'skip-wrap-up': ofSkipping,
  station: ofPhone,
  'release-station': ofPhone,
  'default-station': ofPhone,
  'clear-default-station': ofPhone,
  // Of the agent, not of a call.
  'join-queue': {},
  'leave-queue': {},
}

export function troubleOf(command: Command): string | undefined {
  // What another page ordered is told by who takes it over.
  if ('why' in command.state && command.state.why === 'reloaded') return undefined
  const { verb } = command
  return (
    unconfirmed(command) ?? unseen(command) ?? inWords(command, refusals[verb] ?? refusalsOf(verb))
  )
}
