import { expect } from 'vitest'

/** Waits until something real, a server or a socket, has made it so. Patient, because machines are busy. */
export function eventually<T>(read: () => T) {
  return expect.poll(read, { interval: 10, timeout: 4_000 })
}
