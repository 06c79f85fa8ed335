/**
 * Plays scores by the browser's own audio. A loop goes by the audio's clock and not by timers, which browsers slow
 * down in hidden tabs.
 */
import { type Accessor, createSignal } from 'solid-js'
import { rate, render } from './render'
import type { Score } from './score'

export interface Loop {
  readonly score: Score
  /** 0 to 100. */
  readonly volume: number
  /** How often, if not until something else is to sound. */
  readonly times?: number | undefined
  /** Which ring it is, where they are counted: another one begins anew. */
  readonly turn?: number | undefined
}

export interface Player {
  /** Whether the browser lets it sound. It may stop doing so at any time. */
  readonly sounds: Accessor<boolean>
  /** What sounds from now on, silence where it is nothing. What sounds already goes on, as loud as now wanted. */
  loop(next: Loop | undefined): void
  /** Once, from its beginning; not at all where it cannot be heard now. */
  once(score: Score, volume: number): void
  /** Asks the browser to let it sound, which it does after a press in the page; says whether it does. */
  arm(): Promise<boolean>
  /** Where it sounds from now on, by what opens that; false when it could not, and sounds where it did. */
  lead(to: (context: AudioContext) => Promise<AudioNode>): Promise<boolean>
  close(): void
}

interface Sounding {
  readonly score: Score
  readonly turn?: number | undefined
  readonly gain: GainNode
  readonly source: AudioBufferSourceNode
}

export function createPlayer(): Player {
  const [sounds, setSounds] = createSignal(false)
  const buffers = new Map<Score, AudioBuffer>()
  let context: AudioContext | undefined
  let output: AudioNode | undefined
  let wanted: Loop | undefined
  let looped: Sounding | undefined

  function open() {
    if (context && context.state !== 'closed') return
    try {
      context = new AudioContext()
    } catch {
      return
    }
    looped = undefined
    output = context.destination
    const opened = context
    opened.onstatechange = () => setSounds(opened.state === 'running')
    if (wanted) looped = start(wanted)
  }

  function bufferOf(score: Score, by: AudioContext) {
    const known = buffers.get(score)
    if (known) return known
    const samples = render(score)
    const buffer = by.createBuffer(1, samples.length, rate)
    buffer.copyToChannel(samples, 0)
    buffers.set(score, buffer)
    return buffer
  }

  function start({ score, volume, times, turn }: Loop): Sounding | undefined {
    if (!context || !output) return undefined
    const source = context.createBufferSource()
    const gain = context.createGain()
    source.buffer = bufferOf(score, context)
    source.loop = times !== 1
    gain.gain.value = gainOf(volume)
    source.connect(gain).connect(output)
    source.start()
    if (times) source.stop(context.currentTime + times * score.period)
    return { score, turn, gain, source }
  }

  function loop(next: Loop | undefined) {
    wanted = next
    const at = context?.currentTime ?? 0
    if (next && looped?.score === next.score && looped.turn === next.turn)
      return void looped.gain.gain.setTargetAtTime(gainOf(next.volume), at, 0.02)
    // Cut off it would click.
    looped?.gain.gain.setTargetAtTime(0, at, 0.015)
    looped?.source.stop(at + 0.1)
    looped = next && start(next)
  }

  async function arm() {
    open()
    if (!context) return false
    if (context.state !== 'running') await context.resume().catch(() => {})
    return setSounds(context.state === 'running')
  }

  // Where the browser lets a page sound by itself, it does so from the start.
  void arm()

  return {
    sounds,
    loop,
    arm,
    once(score, volume) {
      if (sounds()) start({ score, volume, times: 1 })
    },
    async lead(to) {
      open()
      try {
        if (!context) return false
        const next = await to(context)
        if (next !== output) {
          output = next
          const going = wanted
          loop(undefined)
          loop(going)
        }
        return true
      } catch {
        return false
      }
    },
    close() {
      loop(undefined)
      setSounds(false)
      if (!context) return
      context.onstatechange = null
      void context.close().catch(() => {})
    },
  }
}

/** Half the way up sounds about half as loud. */
const gainOf = (volume: number) => (volume / 100) ** 2
