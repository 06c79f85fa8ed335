/** What went wrong with a command, in the words of its room: fetched after the first screen. */
import type { Command } from '~/ledger/command'
import { troubleOf as inWords } from '~/ledger/words'
import { refusals as ofPresence } from '~/presence/words'
import { refusals as ofTransfer } from '~/transfer/words'

export function troubleOf(command: Command): string | undefined {
  // What another page ordered is told by who takes it over.
  if ('why' in command.state && command.state.why === 'reloaded') return undefined
  const { verb } = command
  return inWords(
    command,
    verb === 'transfer' ? ofTransfer : verb === 'presence' ? ofPresence : undefined,
  )
}
