import { parseArgs } from 'node:util'
import { benchEmulator } from './emulator/bench'
import { benchFrames } from './frames/bench'
import { benchMemory } from './memory/bench'
import { benchPending } from './pending/bench'
import { benchRequests } from './requests/bench'
import { benchTabs } from './tabs/bench'
import { benchThrottle } from './throttle/bench'

/** `npm run bench -- emulator`, or another name: figures, each against its bound. Not part of `npm test`. */
const benches: Readonly<Record<string, (minutes?: string) => Promise<boolean>>> = {
  emulator: benchEmulator,
  requests: benchRequests,
  pending: benchPending,
  frames: benchFrames,
  throttle: benchThrottle,
  tabs: benchTabs,
  memory: benchMemory,
}

const { values, positionals } = parseArgs({
  options: { minutes: { type: 'string' } },
  allowPositionals: true,
})
const bench = benches[positionals[0] ?? '']
if (bench) process.exitCode = (await bench(values.minutes)) ? 0 : 1
else {
  process.stderr.write(`npm run bench -- ${Object.keys(benches).join('|')}\n`)
  process.exitCode = 2
}
