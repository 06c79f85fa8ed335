/**
 * The chunk of what takes the place of a conversation: a new call, queues and phone, colleagues, the agent's day
 * and settings. Fetched as soon as calls can be worked with.
 */
import type { Component } from 'solid-js'
import { DayRoom } from './DayRoom'
import { Dial } from './Dial'
import type { Desk } from './desk'
import { QueuesRoom } from './QueuesRoom'
import { SettingsRoom } from './SettingsRoom'
import { TeamRoom } from './TeamRoom'
import type { Tasks } from './tasks'

export interface RoomProps {
  readonly desk: Desk
  readonly tasks: Tasks
  /** By Genesys Cloud's clock. */
  readonly now: number
}

/** By their path. */
export const rooms: Readonly<Record<string, Component<RoomProps>>> = {
  '/call': Dial,
  '/queues': QueuesRoom,
  '/team': TeamRoom,
  '/day': DayRoom,
  '/settings': SettingsRoom,
}
