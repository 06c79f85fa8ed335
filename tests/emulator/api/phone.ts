import type { World } from '../world'

/** Whether the user has a phone to place and to take calls with. */
export function hasStation(_world: World, _userId: string): boolean {
  return true
}
