/** The sounds of the desk: each can be told from the others in half a second, with the eyes elsewhere. */
import { type Score, standard, written } from './score'

/** What calls may ring with. */
export const callTones = {
  soft: standard,
  /** Four quick high ones and a rest, as a phone of today. */
  bright: written(3, 0.45, [
    [0, 0.3, 1047],
    [0.14, 0.3, 1319],
    [0.28, 0.3, 1568],
    [0.42, 0.6, 1319],
    [1.1, 0.3, 1047],
    [1.24, 0.3, 1319],
    [1.38, 0.3, 1568],
    [1.52, 0.6, 1319],
  ]),
  /** Two low bells, for those who hear high notes badly. */
  low: written(2.8, 0.3, [
    [0, 1, 330],
    [0, 1, 415],
    [0.7, 1.2, 262],
    [0.7, 1.2, 330],
  ]),
} as const satisfies Readonly<Record<string, Score>>

export type CallTone = keyof typeof callTones

/** All but what a call rings with. */
export const tones = {
  /** Another call while one is talked: beside a customer's voice, so short and far apart. */
  waiting: written(6, 0.3, [
    [0, 0.18, 440],
    [0.24, 0.18, 440],
  ]),
  message: written(0.8, 0.45, [
    [0, 0.5, 1175],
    [0.12, 0.6, 1568],
  ]),
  /** Downwards: something has gone. */
  lost: written(1.4, 0.45, [
    [0, 0.4, 587],
    [0.25, 0.4, 494],
    [0.5, 0.8, 392],
  ]),
  /** The same low note, three times: something is wanted. */
  'not-responding': written(1.4, 0.5, [
    [0, 0.25, 349],
    [0.35, 0.25, 349],
    [0.7, 0.6, 349],
  ]),
} as const satisfies Readonly<Record<string, Score>>

/** What may sound, each of which may be switched off. */
export type Sound = 'call' | keyof typeof tones
export const sounds = ['call', 'waiting', 'message', 'lost', 'not-responding'] as const
