/** The sound of a ringing call, made by the browser itself: two soft notes, repeated until it ends. */
import type { Clock } from '~/clock'

export interface Ring {
  /** Rings until it is told to stop. */
  set(ringing: boolean): void
  /** After the first click or key in the page the browser lets it sound. */
  arm(): void
}

/** Seconds. */
const period = 2.4
const notes = [
  { at: 0, frequency: 660 },
  { at: 0.22, frequency: 880 },
] as const

export function createRing(clock: Clock, onArmed: () => void): Ring {
  let context: AudioContext | undefined
  let ringing = false
  let cancel = () => {}

  function play() {
    cancel()
    if (!ringing || !context) return
    if (context.state === 'running') for (const note of notes) sound(context, note)
    cancel = clock.after(period * 1000, play)
  }

  return {
    set(next) {
      if (ringing === next) return
      ringing = next
      play()
    },
    arm() {
      if (typeof AudioContext !== 'function' || context?.state === 'running') return
      context ??= new AudioContext()
      void context.resume().then(
        () => {
          onArmed()
          play()
        },
        () => {},
      )
    },
  }
}

function sound(context: AudioContext, note: (typeof notes)[number]) {
  const oscillator = context.createOscillator()
  const gain = context.createGain()
  const from = context.currentTime + note.at
  oscillator.frequency.value = note.frequency
  gain.gain.setValueAtTime(0, from)
  gain.gain.linearRampToValueAtTime(0.25, from + 0.02)
  gain.gain.exponentialRampToValueAtTime(0.001, from + 0.9)
  oscillator.connect(gain).connect(context.destination)
  oscillator.start(from)
  oscillator.stop(from + 0.95)
}
