/** Entry of the engine's own thread: a SharedWorker, or a dedicated Worker where that is not to be had. */
import { systemClock } from '~/clock'
import { createEngine } from './engine'

declare const self: (SharedWorkerGlobalScope | DedicatedWorkerGlobalScope) & typeof globalThis

const engine = createEngine({
  configUrl: new URL('./config.json', self.location.href).href,
  clock: systemClock,
  fetch: (input, init) => fetch(input, init),
  openSocket: (url) => new WebSocket(url),
  random: Math.random,
  elapsed: () => performance.now(),
  storage: async () => (await import('~/storage/storage')).browserStorage,
})

if ('onconnect' in self) {
  self.onconnect = ({ ports }) => {
    const [port] = ports
    if (port) engine.connect(port)
  }
} else {
  engine.connect(self)
}
