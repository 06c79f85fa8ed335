import { startEmulator } from '../../emulator/server'

/**
 * The emulator of the bench, in a process of its own: the one of `npm run emulator`, and beside it a count
 * of the events it has sent. Says where it is; asked anything, it says what it has come to.
 */

export interface Tally {
  /** Events, once for each channel told. */
  readonly published: number
  /** The most memory it ever had, in MB. */
  readonly memoryMax: number
  /** Time of a processor it has used, in milliseconds: what else the machine does is not in it. */
  readonly busyMs: number
}

let published = 0
const emulator = await startEmulator({
  organisation: 'large',
  watch: {
    answered() {},
    published() {
      published += 1
    },
  },
})
const { stop: _stop, ...addresses } = emulator

process.on('message', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  const busyMs = (userCPUTime + systemCPUTime) / 1000
  const tally: Tally = { published, memoryMax: maxRSS / 1000, busyMs }
  process.send?.(tally)
})
// Never outlives the bench.
process.on('disconnect', () => process.exit(0))
process.send?.(addresses)
