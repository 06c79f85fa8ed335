import { expect, test } from 'vitest'
import { control, withEmulator } from '../emulator/visitor'
import { given, listen, refusal, signIn } from './agent'
import { customerCalls, goOnQueue, ring } from './phone'

test('an agent changes their presence, says why, and goes on queue', () =>
  withEmulator(async (emulator) => {
    const ana = await signIn(emulator)
    const { id, presence, users } = ana
    const { heard } = await listen(ana, 'presence', 'routingStatus')
    const { entities, total } = await presence.getPresenceDefinitions0()
    expect(entities).toHaveLength(given(total))
    const meal = entities?.find(({ systemPresence }) => systemPresence === 'Meal')

    const changed = await presence.patchUserPresencesPurecloud(id, {
      presenceDefinition: { id: given(meal?.id) },
      message: 'Back at one',
    })
    expect(changed).toMatchObject({ message: 'Back at one', source: 'PURECLOUD' })
    expect(changed.presenceDefinition?.systemPresence).toBe('Meal')
    await heard('presence', (body) => body.presenceDefinition.systemPresence === 'MEAL')
    expect((await users.getUserRoutingstatus(id)).status).toBe('OFF_QUEUE')

    await goOnQueue(ana)
    await heard('presence', (body) => body.presenceDefinition.systemPresence === 'ON_QUEUE')
    await heard('routingStatus', (body) => body.routingStatus.status === 'IDLE')
    const now = await presence.getUserPresencesPurecloud(id)
    expect(now.presenceDefinition?.systemPresence).toBe('On Queue')
    expect((await users.getUserRoutingstatus(id)).status).toBe('IDLE')
  }))

test('an agent who declines a call comes back by the routing status', () =>
  withEmulator(async (emulator) => {
    const ana = await signIn(emulator)
    const { id, conversations, users } = ana
    const ears = await listen(ana, 'conversations.calls', 'routingStatus')
    await goOnQueue(ana)
    await customerCalls(emulator, 'Billing')
    const { conversationId, participantId } = await ring(ana, ears)
    await conversations.patchConversationsCallParticipant(conversationId, participantId, {
      state: 'disconnected',
    })
    const isMissed = (body: { routingStatus: { status: string } }) =>
      body.routingStatus.status === 'NOT_RESPONDING'
    await ears.heard('routingStatus', isMissed)
    // The caller has waited all the while: back from there, the same call rings again.
    const back = await users.putUserRoutingstatus(id, { status: 'IDLE' })
    expect(back.userId).toBe(id)
    const again = await ring(ana, ears)
    expect(again.conversationId).toBe(conversationId)
    expect(again.participantId).not.toBe(participantId)
    await control(emulator, 'POST', `/conversations/${conversationId}/hangup`)
  }))

test('nobody changes the presence of another', () =>
  withEmulator(async (emulator) => {
    const [ana, ben] = await Promise.all([signIn(emulator), signIn(emulator, 'Ben Okafor')])
    const { presenceDefinition } = await ana.presence.getUserPresencesPurecloud(ben.id)
    expect(
      await refusal(
        ana.presence.patchUserPresencesPurecloud(ben.id, {
          presenceDefinition: { id: given(presenceDefinition?.id) },
        }),
      ),
    ).toMatchObject({ status: 403, code: 'presence.not.authorized.update.other.user.presence' })
  }))

test('an agent chooses among presences in a language of theirs', () =>
  withEmulator(async (emulator) => {
    const { id, presence } = await signIn(emulator)
    const all = await presence.getPresenceDefinitions0({ localeCode: 'ALL' })
    const lunch = given(all.entities?.find(({ type }) => type === 'User'))
    expect(lunch).toMatchObject({
      systemPresence: 'Meal',
      languageLabels: { en_US: 'Lunch', de: 'Mittagessen', fr: 'Déjeuner' },
    })
    const lunchId = given(lunch.id)
    const labels = async (localeCode: string) =>
      (await presence.getPresenceDefinition0(lunchId, { localeCode })).languageLabels
    expect(await labels('de')).toEqual({ de: 'Mittagessen' })
    expect(await labels('ja')).toEqual({ en_US: 'Lunch' })

    const taken = await presence.patchUserPresence(id, 'PURECLOUD', {
      presenceDefinition: { id: lunchId },
    })
    expect(taken.presenceDefinition).toMatchObject({ id: lunchId, systemPresence: 'Meal' })
    const now = await presence.getUserPresence(id, 'PURECLOUD')
    expect(now.presenceDefinition?.id).toBe(lunchId)
  }))

test('definitions no longer in use are listed when they are asked for', () =>
  withEmulator(async (emulator) => {
    const { presence } = await signIn(emulator)
    const listed = async (deactivated?: string) => {
      const { entities } = await presence.getPresenceDefinitions0({
        ...(deactivated !== undefined && { deactivated }),
      })
      return entities?.map(({ name }) => name)
    }
    expect(await listed()).not.toContain('Stocktaking')
    expect(await listed('true')).toEqual(['Stocktaking'])
  }))

test('the deprecated definitions are the same ones, in pages', () =>
  withEmulator(async (emulator) => {
    const { presence } = await signIn(emulator)
    const { entities: current } = await presence.getPresenceDefinitions0()
    const page = (pageNumber: number) =>
      presence.getPresencedefinitions({ pageSize: 10, pageNumber, localeCode: 'de' })
    const [first, second] = [await page(1), await page(2)]
    expect(first).toMatchObject({ total: 13, pageCount: 2 })
    const both = [...(first.entities ?? []), ...(second.entities ?? [])]
    expect(both.map(({ id }) => id).sort()).toEqual(current?.map(({ id }) => id).sort())
    const available = given(both.find(({ systemPresence }) => systemPresence === 'Available'))
    expect(available).toMatchObject({ primary: true, languageLabels: { de: 'Verfügbar' } })
    const one = await presence.getPresencedefinition(given(available.id))
    expect(one.languageLabels).toEqual({ en_US: 'Available' })
    const everything = await presence.getPresencedefinitions({ deleted: 'ALL', pageSize: 100 })
    expect(everything.total).toBe(14)
    const system = await presence.getSystempresences()
    expect(system.map(({ name }) => name)).toContain('ON_QUEUE')
  }))

test('a definition that is not there, or no longer in use, is not taken', () =>
  withEmulator(async (emulator) => {
    const { id, presence } = await signIn(emulator)
    const unknown = '00000000-0000-4000-8000-000000000000'
    expect((await refusal(presence.getPresenceDefinition0(unknown))).status).toBe(404)
    const { entities } = await presence.getPresenceDefinitions0({ deactivated: 'true' })
    const old = presence.patchUserPresencesPurecloud(id, {
      presenceDefinition: { id: given(entities?.[0]?.id) },
    })
    expect((await refusal(old)).status).toBe(400)
  }))
