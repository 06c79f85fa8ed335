/** The samples of a score. Every note begins and ends in silence, so that nothing clicks. Pure. */
import type { Note, Score } from './score'

/** Samples a second: enough for tones below 5 kHz. */
export const rate = 24_000

/** Seconds in which a note swells and dies away. */
const [attack, release] = [0.02, 0.03]

export function render({ notes, period }: Score): Float32Array<ArrayBuffer> {
  const samples = new Float32Array(Math.round(period * rate))
  for (const note of notes) {
    const first = Math.round(note.at * rate)
    const end = Math.min(samples.length, first + Math.round(note.lasts * rate))
    for (let at = first; at < end; at++)
      samples[at] = (samples[at] ?? 0) + sampleOf(note, (at - first) / rate)
  }
  return samples
}

function sampleOf({ hertz, lasts, loud }: Note, seconds: number): number {
  const swell = Math.min(1, seconds / attack) * Math.min(1, Math.max(0, lasts - seconds) / release)
  const fade = Math.exp((-4 * seconds) / lasts)
  return loud * swell * fade * Math.sin(2 * Math.PI * hertz * seconds)
}
