import { createRoot } from 'solid-js'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createPages } from '~/storage/pages'
import { createFakeLocks, type FakeLocks } from '../ring/fake-locks'
import { settled } from '../settled'

const ends: (() => void)[] = []
let page: EventTarget

beforeEach(() => {
  page = new EventTarget()
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page))
})
afterEach(() => {
  for (const end of ends.splice(0)) end()
  vi.unstubAllGlobals()
})

function openPage(locks: FakeLocks | undefined, owner = 'org:ana') {
  return createRoot((close) => {
    ends.push(close)
    return { ...createPages({ owner, locks }), close }
  })
}
type Page = ReturnType<typeof openPage>

async function counted(...pages: Page[]) {
  await settled()
  await Promise.all(pages.map((one) => one.count()))
  return pages.map((one) => one.alone())
}

const transition = (name: string, persisted: boolean) =>
  page.dispatchEvent(Object.assign(new Event(name), { persisted }))

test('one page is alone, and two are not until one of them is closed', async () => {
  const locks = createFakeLocks()
  const first = openPage(locks)
  expect(await counted(first)).toEqual([true])
  const second = openPage(locks)
  expect(await counted(first, second)).toEqual([false, false])
  first.close()
  expect(await counted(second)).toEqual([true])
})

test('another agent’s page does not count', async () => {
  const locks = createFakeLocks()
  const [ana, ben] = [openPage(locks), openPage(locks, 'org:ben')]
  expect(await counted(ana, ben)).toEqual([true, true])
})

test('before it was counted nobody is said to be alone', () => {
  expect(openPage(createFakeLocks()).alone()).toBe(false)
})

test('one in the back-forward cache does not count, and does when it comes back', async () => {
  const locks = createFakeLocks()
  openPage(locks)
  vi.stubGlobal('addEventListener', () => {})
  const other = openPage(locks)
  transition('pagehide', true)
  expect(await counted(other)).toEqual([true])
  transition('pageshow', true)
  expect(await counted(other)).toEqual([false])
})

test('where the browser has no locks, or keeps them from the page, it is taken for the only one', async () => {
  const refused = () => Promise.reject(new DOMException('', 'SecurityError'))
  const pages = [openPage({ request: refused, query: refused }), openPage(undefined)]
  expect(await counted(...pages)).toEqual([true, true])
})
