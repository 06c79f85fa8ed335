import { createRoot } from 'solid-js'
import { expect, test } from 'vitest'
import { createStationFinder } from '~/phone/finder'
import { createManualClock } from '../../manual-clock'
import { fakeAsk } from '../fake-ask'
import { settled } from '../settled'

function open() {
  const clock = createManualClock()
  const fake = fakeAsk({
    listStations: ({ params }) => ({
      entities: params.webRtcUserId
        ? []
        : [{ id: `${params.name ?? 'all'}-${params.pageNumber}`, name: 'Phone' }],
      total: 40,
    }),
  })
  const finder = createRoot(() => createStationFinder({ ask: fake.ask, clock, me: 'ana' }))
  const ids = () => finder.found()?.map(({ id }) => id)
  return { clock, finder, ids, ...fake }
}

test('what is typed is searched once the typing rests, and pages follow on demand', async () => {
  const { clock, finder, ids, count } = open()
  finder.type('re')
  clock.advance(200)
  finder.type('rec')
  clock.advance(249)
  expect(count('listStations')).toBe(0)
  clock.advance(1)
  await settled()
  expect(ids()).toEqual(['*rec*-1'])
  expect(finder.more()).toBe(true)
  finder.showMore()
  await settled()
  expect(ids()).toEqual(['*rec*-1', '*rec*-2'])
  expect(finder.more()).toBe(false)
})

test('a search that failed says so, and can be made again', async () => {
  const { finder, answers, ids } = open()
  const { listStations } = answers
  answers.listStations = () => Promise.reject(new Error('no'))
  finder.search()
  await settled()
  expect(finder.failed()?.kind).toBe('unreachable')
  expect(finder.searching()).toBe(false)
  Object.assign(answers, { listStations })
  finder.search()
  await settled()
  expect([finder.failed(), ids()]).toEqual([undefined, ['all-1']])
})
