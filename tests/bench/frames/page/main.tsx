/** The list of conversations twice: as the desk draws it, and by hand. Both read the same events. */
import '~/app/layers.css'
import type { Conversation as Wire } from '~/genesys/wire'
import { wires } from '../../memory/lives'
import { drawByHand } from './hand'
import type { List } from './list'
import { measureFrames, measureRows } from './measure'
import { drawAsDesk } from './solid'

export type Variant = 'desk' | 'hand'

const variants: Readonly<Record<Variant, (host: HTMLElement, me: string) => List>> = {
  desk: drawAsDesk,
  hand: drawByHand,
}

const host = document.getElementById('list') ?? document.body

let standing: List | undefined

globalThis.bench = {
  rows: (variant, me, wires) => measureRows(() => variants[variant](host, me), wires),
  frames: (variant, me, wires, texts) =>
    measureFrames(() => variants[variant](host, me), wires, texts),
  live(variant, me) {
    standing = variants[variant](host, me)
  },
  async lives(wire, from, to) {
    const wireAt = wires(wire)
    for (let at = from; at < to; at++) {
      standing?.apply(wireAt(at))
      // What waits for a turn of its own gets it.
      if (at % 100 === 0) await new Promise((resolve) => setTimeout(resolve))
    }
  },
  /** Listens to a socket of its own, as a page without a framework would. */
  listen(url, me, wires) {
    const list = drawByHand(host, me)
    list.replace(wires)
    const socket = new WebSocket(url)
    socket.onmessage = ({ data }) => {
      const { topicName, eventBody } = JSON.parse(data)
      if (/\.conversations$/.test(topicName)) list.apply(eventBody)
    }
    return new Promise((resolve) => {
      socket.onopen = () => resolve(undefined)
    })
  },
}

declare global {
  var bench: {
    /** Milliseconds to show other content in all rows. */
    rows(variant: Variant, me: string, wires: readonly (readonly Wire[])[]): number[]
    /** Microseconds a frame. */
    frames(
      variant: Variant,
      me: string,
      wires: readonly Wire[],
      texts: readonly (readonly string[])[],
    ): number[]
    /** A list that stays. */
    live(variant: Variant, me: string): void
    /** Conversations come there, change and go: these events, by their numbers. */
    lives(wire: Wire, from: number, to: number): Promise<void>
    listen(url: string, me: string, wires: readonly Wire[]): Promise<void>
  }
}
