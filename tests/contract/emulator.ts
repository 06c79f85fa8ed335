import { type Emulator, type EmulatorOptions, startEmulator as start } from '../emulator/server'
import { createJudge, type Judge } from './judge'

export type { Emulator, EmulatorOptions } from '../emulator/server'

export interface HeldEmulator extends Emulator {
  readonly judge: Judge
}

/**
 * An emulator for tests, held to the official description: stopping it fails when anything that it
 * accepted, answered or told did not fit.
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<HeldEmulator> {
  const judge = createJudge()
  const emulator = await start({ ...options, watch: judge })
  return {
    ...emulator,
    judge,
    async stop() {
      await emulator.stop()
      const verdicts = judge.verdicts()
      if (verdicts.length === 0) return
      throw new Error(`Not as Genesys Cloud describes it:\n${verdicts.join('\n')}`)
    },
  }
}
