import { expect, test } from 'vitest'
import { control, withEmulator } from '../emulator/visitor'
import { given, signIn } from './agent'

test('an agent sees who they are, with whatever they ask for besides', () =>
  withEmulator(async (emulator) => {
    const { users, organization } = await signIn(emulator)
    const plain = await users.getUsersMe()
    expect(plain.presence).toBeUndefined()
    const me = await users.getUsersMe({
      expand: [
        'presence',
        'routingStatus',
        'organization',
        'authorization',
        'station',
        'conversationSummary',
        'outOfOffice',
        'groups',
        'skills',
        'languages',
        'languagePreference',
        'date',
      ],
    })
    expect(me.presence?.presenceDefinition?.systemPresence).toBe('Available')
    expect(me.routingStatus?.status).toBe('OFF_QUEUE')
    expect(me.authorization?.permissions).toContain('routing:agent:onqueue')
    expect(me.station?.effectiveStation?.name).toBe('Ana Ruiz WebRTC')
    expect(me.conversationSummary?.call?.contactCenter?.active).toBe(0)
    expect(me.outOfOffice?.active).toBe(false)
    expect(Date.parse(given(me.date?.currentDate))).not.toBeNaN()
    expect(await organization.getOrganizationsMe()).toMatchObject({
      id: me.organization?.id,
      name: 'Larkfield Home Services',
    })
  }))

test('an agent finds colleagues by a part of their name, and looks one up', () =>
  withEmulator(async (emulator) => {
    const { search, users } = await signIn(emulator)
    const { results, total } = await search.postUsersSearch({
      query: [{ type: 'STARTS_WITH', fields: ['name'], value: 'chlo' }],
      expand: ['presence', 'routingStatus'],
      pageSize: 5,
      sortOrder: 'ASC',
    })
    expect(total).toBe(1)
    expect(results?.[0]).toMatchObject({
      name: 'Chloé Lefèvre-Montgomery',
      presence: { presenceDefinition: { systemPresence: 'Available' } },
    })
    const chloe = await users.getUser(given(results?.[0]?.id), { expand: ['routingStatus'] })
    expect(chloe).toMatchObject({
      title: 'Senior Repair Technician',
      routingStatus: { status: 'OFF_QUEUE' },
    })
  }))

test('an agent sees their own queues, and whether they have joined', () =>
  withEmulator(async (emulator) => {
    const { id, routing, users } = await signIn(emulator)
    const all = await routing.getRoutingQueuesMe({ pageSize: 100 })
    expect(all.entities?.map(({ name, joined }) => [name?.split(' ')[0], joined])).toEqual([
      ['Billing', true],
      ['Enterprise', false],
      ['Returns', true],
      ['Sales', true],
    ])
    const joined = await routing.getRoutingQueuesMe({ joined: true })
    expect(joined.total).toBe(3)
    // Whether the SDK sends a `false` at all was a fault of its older releases.
    const others = await routing.getRoutingQueuesMe({ joined: false })
    expect(others.entities?.map(({ joined }) => joined)).toEqual([false])
    expect((await users.getUserQueues(id)).total).toBe(3)
  }))

test('an agent lists queues by pages, finds them by name, and sees their wrap-up codes', () =>
  withEmulator(async (emulator) => {
    const { routing } = await signIn(emulator)
    const { body: state } = await control(emulator, 'GET', '/state')
    const total: number = state.queues.length
    const pageCount = Math.ceil(total / 2)
    const first = await routing.getRoutingQueues({ pageSize: 2, pageNumber: 1 })
    expect(first).toMatchObject({ pageCount, total, pageNumber: 1 })
    expect(first.entities).toHaveLength(2)
    const last = await routing.getRoutingQueues({ pageSize: total - 1, pageNumber: 2 })
    expect(last.entities).toHaveLength(1)
    const { entities } = await routing.getRoutingQueues({ name: 'repair*' })
    const repairs = given(entities?.[0])
    expect(entities).toHaveLength(1)
    const both = await routing.getRoutingQueues({
      id: [given(repairs.id), given(first.entities?.[0]?.id)],
    })
    expect(both.total).toBe(2)
    const queue = await routing.getRoutingQueue(given(repairs.id))
    expect(queue).toMatchObject({ name: 'Repairs', acwSettings: { wrapupPrompt: 'MANDATORY' } })
    const codes = await routing.getRoutingQueueWrapupcodes(given(queue.id), { pageSize: 100 })
    expect(codes.entities?.map(({ name }) => name)).toContain('Spare part ordered')
  }))
