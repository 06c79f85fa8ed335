import { troubleOf } from '~/app/told'
import type { Command } from '~/ledger/command'

/** The parts of a ledger that a test of something else does not look at: events can come. */
export const fakeEars = {
  hears: () => true,
  onDeaf: () => {},
  onChange: () => {},
  onEnd: () => {},
  proof: () => undefined,
  readBack: async () => {},
}

/** What went wrong is said, in words. */
export const inWords = (said: (text: string) => void) => (command: Command) => {
  const trouble = troubleOf(command)
  if (trouble) said(trouble)
}
