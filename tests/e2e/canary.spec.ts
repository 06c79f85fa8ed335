import { button, expect, goOnQueue, rows, signIn, signOut, takeCall, test, wrapUp } from './desk'
import { dumpPage, recordTalk } from './dump'
import { attachEngine, type EngineThread } from './engine'

/** The secrets of one log-in, as the network of the engine's own thread shows them. */
async function watchSecrets(engine: EngineThread) {
  const found = new Map<string, string>()
  const errors: string[] = []
  engine.onEvent((method, params) => {
    const text = JSON.stringify(params)
    const keep = (name: string, pattern: RegExp) => {
      const value = pattern.exec(text)?.[1]
      if (value) found.set(name, value)
    }
    if (method === 'Network.requestWillBeSent') {
      keep('access token', /"authorization":"Bearer ([^"]+)"/i)
      keep('verifier', /code_verifier=([\w~.-]+)/)
      keep('code', /[?&"]code=([\w~.-]+)/)
    }
    if (method === 'Network.webSocketCreated') keep('socket address', /(streaming-[\w-]+)/)
    if (method === 'Runtime.exceptionThrown') errors.push(text)
    if (method === 'Runtime.consoleAPICalled') errors.push(text)
  })
  await engine.send('Network.enable')
  await engine.send('Runtime.enable')
  return { found, errors }
}

test('the token, the verifier and the socket address are nowhere in a page', async ({
  page,
  context,
  host,
  genesys,
}) => {
  const said: string[] = []
  context.on('console', (message) => said.push(message.text()))
  context.on('request', (request) => said.push(request.url(), JSON.stringify(request.headers())))
  await recordTalk(context)
  await page.goto(host.url)
  await expect(button(page, 'Log in with Genesys Cloud')).toBeVisible()
  const { found, errors } = await watchSecrets(await attachEngine(page))
  await signIn(page, 'Ana Ruiz')
  await expect
    .poll(() => [...found.keys()].sort())
    .toEqual(['access token', 'code', 'socket address', 'verifier'])

  // A shift with failures in it: errors are where secrets leak.
  await goOnQueue(page)
  const id = await takeCall(page, genesys, 'Ada Quill')
  const call = { method: 'PATCH', path: '/api/v2/conversations/calls/**' }
  await genesys.fault({ ...call, kind: 'status', status: 403 })
  await button(page, 'Hold').click()
  await expect(page.getByRole('alert')).toContainText('Hold did not happen')
  await genesys.fault({ ...call, kind: 'status', status: 500 })
  await button(page, 'Hold').click()
  await expect(page.getByRole('alert')).toContainText('Genesys Cloud did not answer')
  await genesys.customerHangsUp(id)
  await page.getByRole('textbox', { name: 'Notes' }).fill('Canary')
  const during = await dumpPage(page)
  await wrapUp(page)
  await expect(rows(page)).toHaveCount(0)

  // The nets are not empty: what pages may know is in them.
  expect(during.talk.includes('Ada Quill')).toBe(true)
  expect(during.graph.includes(host.url)).toBe(true)
  expect(during.kept.includes('drafts') || during.kept.includes('keyval')).toBe(true)
  await genesys.control('POST', '/tokens/revoke', {})
  await expect(page.getByText('Your sign-in has ended.')).toBeVisible()
  const after = await dumpPage(page)

  for (const [name, secret] of found) {
    expect(during.graph.includes(secret), `the ${name} is reachable from window`).toBe(false)
    expect(JSON.stringify([during.html, during.kept]).includes(secret), `${name}: kept`).toBe(false)
    const { talk: _, ...left } = after
    expect(JSON.stringify(left).includes(secret), `${name}: after the end`).toBe(false)
    // The page carries the transaction and the answer to the engine, once each; the rest it never sees.
    if (name === 'code' || name === 'verifier') continue
    expect(after.talk.includes(secret), `the ${name} was said to the page`).toBe(false)
    expect(said.join().includes(secret), `the ${name} was logged or requested`).toBe(false)
  }
  expect(errors).toEqual([])
})

test('after signing out no page knows any of it either', async ({ page, context, host }) => {
  await recordTalk(context)
  await page.goto(host.url)
  await expect(button(page, 'Log in with Genesys Cloud')).toBeVisible()
  const { found } = await watchSecrets(await attachEngine(page))
  await signIn(page, 'Ana Ruiz')
  await signOut(page)
  const dump = JSON.stringify(await dumpPage(page))
  expect(found.size).toBe(4)
  expect(dump.includes(found.get('access token') ?? '')).toBe(false)
  expect(dump.includes(found.get('socket address') ?? '')).toBe(false)
})
