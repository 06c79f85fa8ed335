import { expect, test } from 'vitest'
import { compare, fromWire } from '~/conversations/conversation'
import { aboutLine } from '~/conversations/words'
import * as situation from '../fixtures/conversations'
import { spoiled } from '../fixtures/fuzz'

const { ringing, held, withColleague, twoLegs, wrapupOwed, transferredAway } = situation

test.each(Object.entries({ ringing, held, withColleague, twoLegs, wrapupOwed, transferredAway }))(
  '%s, with anything wrong in it, is still read, and its words are words',
  (_name, wire) => {
    for (const one of spoiled(wire)) {
      const seen = fromWire(one, { me: situation.me, now: situation.start })
      if (!seen) continue
      const { id, customer, queue, mine } = seen
      const words = [id, customer.name, customer.address, aboutLine(seen, undefined)]
      const more = [queue?.id, queue?.name, mine?.participantId, mine?.communicationId]
      for (const word of [...words, ...more.filter((one) => one !== undefined)])
        expect(typeof word).toBe('string')
      expect(compare(seen, seen)).toBe(0)
    }
  },
)
