import { describe, expect, test } from 'vitest'
import { fromWire } from '~/conversations/conversation'
import { endingOf } from '~/conversations/ending'
import { endedLine, endingWords, isOwn } from '~/conversations/endingwords'
import { me, start } from '../fixtures/conversations'
import { situationOf, situations } from '../fixtures/situations'

const words = (name: string) => endingWords(endingOf(situationOf(name), me, 'p-mine'))

describe('how a call ended', () => {
  test.each([
    ['ended-by-the-customer', 'Ended by the customer'],
    ['ended-by-the-customer-while-it-rang', 'The customer hung up before you answered'],
    ['ended-by-me', 'You ended it'],
    ['ended-by-my-phone', 'You ended it'],
    ['ended-declined', 'You declined it: it waits in Billing again'],
    ['ended-not-answered', 'You did not answer: it waits in Billing again'],
    ['ended-do-not-disturb', 'Your phone could not be rung'],
    ['ended-answered-by-a-colleague', 'Ben Okafor answered it'],
    ['ended-taken-back', 'It was taken back before you answered'],
    ['ended-transferred-to-a-queue', 'You transferred it to Repairs'],
    ['ended-requeued', 'You sent it back to Billing'],
    ['ended-transferred-and-transferred-on', 'You transferred it to Ben Okafor'],
    ['ended-transferred-without-a-record', 'You transferred it to Ben Okafor'],
    ['ended-transferred-by-a-supervisor', 'Lea Marsh transferred it to Ben Okafor'],
    ['ended-transferred-to-a-number', 'You transferred it to +493055500199'],
    ['ended-after-a-consult', 'You handed it over to Ben Okafor after a consult'],
    ['ended-in-a-conference', 'It went on as part of a conference'],
    ['ended-by-the-consulted-after-the-customer', 'Ended by Ben Okafor'],
    ['ended-by-the-system', 'Ended by Genesys Cloud'],
    ['ended-by-an-error', 'The connection failed (The session is inactive)'],
    ['ended-by-who-knows-whom', 'It has ended'],
    ['ended-as-i-listened', 'The call you listened to has ended'],
    ['outbound-busy', 'Plumber Voss was busy (User busy)'],
    ['outbound-not-answered', 'Plumber Voss did not answer (No answer from user)'],
    [
      'outbound-unknown-number',
      'Plumber Voss could not be reached: the number is not known (The number cannot be reached)',
    ],
    ['outbound-network-failure', 'Plumber Voss could not be reached (Network out of order)'],
    ['outbound-hung-up-on', 'Plumber Voss did not take the call'],
    ['outbound-given-up', 'You hung up before it was answered'],
    ['outbound-colleague-declined', 'Ben Okafor did not take the call'],
    ['outbound-colleague-away', 'Ben Okafor was not available'],
    ['outbound-reached-and-ended-there', 'Ended by the customer'],
    // What still lives has not ended, and no word is put into its mouth.
    ['conference-of-four', 'It has ended'],
  ])('%s', (name, sentence) => {
    expect(words(name)).toBe(sentence)
  })

  test('every situation of an end is in the table above', () => {
    const ends = situations.filter((name) => /^(ended|outbound)-/.test(name))
    expect(ends).toHaveLength(31)
  })

  test.each([
    ['ended-by-me', true],
    ['ended-declined', true],
    ['ended-requeued', true],
    ['ended-after-a-consult', true],
    ['outbound-given-up', true],
    ['ended-by-the-customer', false],
    ['ended-transferred-by-a-supervisor', false],
    ['outbound-busy', false],
    ['ended-not-answered', false],
  ])('%s is the agent’s own doing: %s', (name, own) => {
    expect(isOwn(endingOf(situationOf(name), me, 'p-mine'))).toBe(own)
  })
})

describe('what a card of after-call work says', () => {
  const line = (name: string) => {
    const one = fromWire(situationOf(name), { me, now: start })
    return one && endedLine(one)
  }
  test.each([
    ['ended-by-the-customer', 'Ended by the customer'],
    ['ended-transferred-to-a-queue', 'You transferred it to Repairs'],
    ['ended-by-who-knows-whom', undefined],
    ['conference-of-four', undefined],
    ['chat-owes-wrap-up', undefined],
  ])('%s', (name, words) => {
    expect(line(name)).toBe(words)
  })
})
