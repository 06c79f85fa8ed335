import { describe, expect, test } from 'vitest'
import { fitsName } from '../../emulator/api/paging'
import { type Json, signIn, type Visitor, withEmulator } from './visitor'

async function names(visitor: Visitor, path: string): Promise<string[]> {
  const { body } = await visitor.ask('GET', path)
  return body.entities.map((one: Json) => one.name)
}

describe('the name of a queue', () => {
  test.each([
    ['sales', true],
    ['sale', false],
    ['sale*', true],
    ['*les', true],
    ['*ale*', true],
    ['*ale', false],
    [null, true],
  ])('%s', (filter, fits) => {
    expect(fitsName(filter, 'Sales')).toBe(fits)
  })
})

describe('queues', () => {
  test('are listed in order, by name, id and division', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const all = await names(ana, '/routing/queues')
      expect(all).toEqual(all.toSorted((a, b) => a.localeCompare(b)))
      expect(await names(ana, '/routing/queues?sortOrder=desc')).toEqual(all.toReversed())
      const { body } = await ana.ask('GET', '/routing/queues?name=Sales')
      const [{ id, division }] = body.entities
      expect(await names(ana, `/routing/queues?id=${id}`)).toEqual(['Sales'])
      expect(await names(ana, `/routing/queues?divisionId=${division.id}`)).toEqual(all)
      expect(await names(ana, `/routing/queues/divisionviews?divisionId=*`)).toEqual(all)
      expect(await names(ana, `/routing/queues?divisionId=${id}`)).toEqual([])
      expect(await names(ana, '/routing/queues?hasPeer=true')).toEqual([])
      expect(await names(ana, '/routing/queues/divisionviews/all?pageSize=500')).toEqual(all)
      const byId = await ana.ask('GET', '/routing/queues/divisionviews?sortBy=id')
      const ids = byId.body.entities.map((one: Json) => one.id)
      expect(ids).toEqual(ids.toSorted())
    }))

  test.each([
    ['/routing/queues?pageNumber=0', 'invalid.page.number'],
    ['/routing/queues?pageSize=none', 'invalid.query.param.value'],
    ['/routing/queues/divisionviews?pageSize=101', 'invalid.value'],
    ['/routing/queues/divisionviews?pageNumber=6', 'invalid.value'],
    ['/routing/queues/divisionviews/all?pageSize=501', 'invalid.value'],
    ['/routing/queues?id=sales', 'invalid.id'],
    ['/routing/queues/sales', 'invalid.id'],
    ['/routing/queues/00000000-0000-4000-8000-000000000000', 'resource.not.found'],
  ])('%s is refused as %s', (path, code) =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      expect((await ana.ask('GET', path)).body.code).toBe(code)
    }),
  )

  test('have wrap-up codes, of one and of all', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const { body } = await ana.ask('GET', '/routing/queues?name=Sales')
      const [{ id }] = body.entities
      expect(await names(ana, `/routing/queues/${id}/wrapupcodes?name=Sol*`)).toEqual(['Sold'])
      expect(await names(ana, '/routing/wrapupcodes?name=So*')).toEqual(['Sold', 'Solved by phone'])
      const down = await names(ana, '/routing/wrapupcodes?pageSize=3&sortOrder=descending')
      expect(down).toEqual(down.toSorted((a, b) => b.localeCompare(a)))
      const found = await ana.ask('GET', '/routing/wrapupcodes?name=Sold')
      const [code] = found.body.entities
      expect((await ana.ask('GET', `/routing/wrapupcodes/${code.id}`)).body.name).toBe('Sold')
      expect(await names(ana, `/routing/wrapupcodes?id=${code.id}`)).toEqual(['Sold'])
      expect((await ana.ask('GET', '/routing/wrapupcodes/sold')).body.code).toBe('invalid.id')
    }))

  test('tell how much an agent takes at once', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const { body } = await ana.ask('GET', `/routing/users/${ana.userId}/utilization`)
      expect(body).toMatchObject({ level: 'Organization', utilization: { call: {} } })
      expect((await ana.ask('GET', '/routing/utilization')).body.utilization).toEqual(
        body.utilization,
      )
    }))
})
