/** What is between the computer and Genesys Cloud: real connections, unless there is no network, or no way for sockets. */
import type { OpenSocket } from '~/engine/socket'
import type { Wires } from '../unit/truth/wires'

export interface Network {
  readonly fetch: typeof globalThis.fetch
  readonly openSocket: OpenSocket
  up: boolean
  /** What stands in the way of sockets: one that answers as a web server does, or cuts each as soon as it is open. */
  sockets: 'open' | 'refused' | 'cut'
}

/** Nobody listens there. */
const nowhere = 'ws://127.0.0.1:9/'

/** `proxy`: the origin of a web server without sockets. */
export function createNetwork(wires: Wires, proxy: string): Network {
  const network: Network = {
    up: true,
    sockets: 'open',
    fetch: (input, init) =>
      network.up ? wires.fetch(input, init) : Promise.reject(new TypeError('Failed to fetch')),
    openSocket(url) {
      if (!network.up) return wires.openSocket(nowhere)
      const isRefused = network.sockets === 'refused'
      const socket = wires.openSocket(isRefused ? proxy.replace(/^http/, 'ws') : url)
      if (network.sockets === 'cut') socket.on('open', () => socket.terminate())
      return socket
    },
  }
  return network
}
