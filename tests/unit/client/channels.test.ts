import { describe, expect, test } from 'vitest'
import { withEmulator } from '../emulator/visitor'
import { type Agent, given, refusal, signIn } from './agent'

function subscribe({ id, notifications }: Agent, channelId: string) {
  const topic = { id: `v2.users.${id}.presence` }
  return notifications.putNotificationsChannelSubscriptions(channelId, [topic])
}

describe('channels', () => {
  test('are twenty at most: one more takes the place of the oldest', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const { notifications } = ana
      const ids: string[] = []
      for (let count = 0; count < 20; count += 1) {
        ids.push(given((await notifications.postNotificationsChannels()).id))
      }
      const own = async () => {
        const { entities } = await notifications.getNotificationsChannels()
        return entities?.map(({ id }) => given(id))
      }
      expect((await own())?.sort()).toEqual([...ids].sort())
      const more = given((await notifications.postNotificationsChannels()).id)
      const kept = await own()
      expect(kept).toHaveLength(20)
      expect(kept).toContain(more)
      expect(kept).not.toContain(ids[0])
      const [gone = '', still = ''] = ids
      expect((await refusal(subscribe(ana, gone))).status).toBe(404)
      expect((await subscribe(ana, still)).entities).toHaveLength(1)
    }))

  test('are listed to the token that made them, or to the client when it asks for all of its own', () =>
    withEmulator(async (emulator) => {
      const [early, late] = [await signIn(emulator), await signIn(emulator)]
      const { id } = await early.notifications.postNotificationsChannels()
      const ofToken = await late.notifications.getNotificationsChannels()
      expect(ofToken.entities).toEqual([])
      const ofClient = await late.notifications.getNotificationsChannels({
        includechannels: 'oauthclient',
      })
      expect(ofClient.entities?.map((one) => one.id)).toEqual([id])
    }))
})

test('the topics there are say who may have them, and what they tell', () =>
  withEmulator(async (emulator) => {
    const { notifications } = await signIn(emulator)
    const plain = await notifications.getNotificationsAvailabletopics()
    const ids = plain.entities?.map(({ id }) => id)
    expect(ids).toContain('v2.users.{id}.conversations.calls')
    expect(plain.entities?.[0]?.schema).toBeUndefined()
    const { entities } = await notifications.getNotificationsAvailabletopics({
      expand: ['description', 'schema', 'permissionDetails', 'publicApiTemplateUriPaths'],
      includePreview: false,
    })
    const calls = entities?.find(({ id }) => id === 'v2.users.{id}.conversations.calls')
    expect(calls).toMatchObject({
      permissionDetails: [
        { allowsCurrentUser: true, permissions: ['conversation:call:monitor'], enforced: true },
      ],
      publicApiTemplateUriPaths: ['/api/v2/conversations/calls/{conversationId}'],
    })
    expect(calls?.schema).toBeDefined()
    const unknown = notifications.getNotificationsAvailabletopics({ expand: ['everything'] })
    expect(await refusal(unknown)).toMatchObject({ status: 400 })
  }))
