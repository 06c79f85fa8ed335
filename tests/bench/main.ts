import { benchEmulator } from './emulator/bench'
import { benchPending } from './pending/bench'
import { benchRequests } from './requests/bench'
import { benchThrottle } from './throttle/bench'

/** `npm run bench -- emulator`, or another name: figures, each against its bound. Not part of `npm test`. */
const benches: Readonly<Record<string, () => Promise<boolean>>> = {
  emulator: benchEmulator,
  requests: benchRequests,
  pending: benchPending,
  throttle: benchThrottle,
}

const [name = ''] = process.argv.slice(2)
const bench = benches[name]
if (bench) process.exitCode = (await bench()) ? 0 : 1
else {
  process.stderr.write(`npm run bench -- ${Object.keys(benches).join('|')}\n`)
  process.exitCode = 2
}
