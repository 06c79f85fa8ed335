import { expect } from 'vitest'
import { controlsFor } from '~/conversations/controls'
import { aboutLine, phaseWords } from '~/conversations/words'
import type { Scene } from './scene'

/** Whatever the desk shows can be drawn, and each button that can be pressed does something. */
export function expectSound({ desk, thrown }: Scene): void {
  expect(thrown).toEqual([])
  for (const id of desk.conversations.ids()) {
    const one = desk.conversations.get(id)
    if (!one) throw new Error('It is listed, and not there.')
    const { customer, since, startedAt, attributes, mine } = one
    const words = [id, customer.name, customer.address, ...Object.values(attributes)]
    for (const word of [...words, aboutLine(one, undefined), phaseWords[one.phase]])
      expect(typeof word).toBe('string')
    for (const ms of [since, startedAt, mine?.alertingMs ?? 0, mine?.wrapupMs ?? 0])
      expect(Number.isFinite(ms)).toBe(true)
    const offered = controlsFor(one, [], {})
    if (offered.some(({ whyNot }) => !whyNot)) expect(mine?.communicationId).toBeTruthy()
  }
  expect(typeof desk.presence.label()).toBe('string')
  expect(desk.presence.current()?.system).toBeTypeOf('string')
}
