/** What a test of the truth has in its hands. */
import type { Desk } from '~/app/desk'
import type { Tasks } from '~/app/tasks'
import type { Line } from '~/connect'
import type { CallCommands } from '~/conversations/commands'
import type { UserTopic } from '~/genesys/topics'
import type { Connection } from '~/protocol/protocol'
import type { Entry } from '../../emulator/journal'
import type { Json } from '../emulator/visitor'
import type { SteppedClock } from './time'

export interface Fault {
  readonly method?: string
  readonly path?: string
  readonly kind: string
  readonly status?: number
  readonly code?: string
  readonly retryAfter?: number
  readonly ms?: number
  readonly times?: number
  readonly phase?: 'before' | 'after'
}

export interface Scene {
  readonly line: Line
  readonly desk: Desk
  readonly calls: CallCommands
  readonly transfers: Tasks['transfers']
  readonly consults: Tasks['consults']
  readonly dial: Tasks['dial']
  readonly phone: Tasks['phone']
  readonly mine: Tasks['mine']
  readonly wrapup: Tasks['wrapup']
  readonly status: Tasks['status']
  readonly clock: SteppedClock
  /** Why the desk could not be opened; the agent pressed *Try again* when the trouble was over. */
  readonly shut: readonly string[]
  /** The events of one topic, as they came by the socket. */
  heard(topic: UserTopic): Json[]
  /** What was thrown where an event was told: nothing ever should be. */
  readonly thrown: readonly unknown[]
  /** A text comes by the socket, as it is. */
  frame(text: string): Promise<void>
  /** Every sentence the agent was told. */
  readonly said: readonly string[]
  connection(): Connection
  /** Until nothing is under way, without time passing. */
  quiet(): Promise<void>
  /** Time passes, and everything that falls due runs to its end. */
  pass(ms: number): Promise<void>
  fault(fault: Fault): Promise<void>
  /** Nothing goes wrong any more. */
  over(): Promise<void>
  control(method: string, path: string, body?: unknown): Promise<Json>
  /** From now on what got no answer is sent again by the browser itself, as Chromium does it. */
  resendLost(): void
  /** The next command's connection ends while it is on its way. */
  cutNextWrite(): void
  /** How many commands were cut so. */
  halves(): number
  /** What the agent is told by the API itself, past the desk. */
  read(path: string): Promise<Json>
  /** What the agent orders by the API itself, past the desk. */
  write(method: string, path: string, body: unknown): Promise<void>
  /** The writes of the desk that Genesys Cloud has seen. */
  writes(operation?: string): Promise<Entry[]>
  /** A customer calls a queue, the agent's own by default. */
  customerCalls(queue?: string): Promise<string>
}

export type Before = Pick<Scene, 'fault' | 'control' | 'customerCalls' | 'quiet' | 'pass'>
