import { button, expect, expectDesk, goOnQueue, opened, signOut, takeCall, test } from './desk'
import { expectTruth } from './truth'

test.use({ folder: '/apps/minidesk/' })

test('the desk works in a folder of its host, from log-in to sign-out', async ({
  ana,
  host,
  genesys,
}) => {
  expect(ana.url()).toContain('/apps/minidesk/index.html')
  await goOnQueue(ana)
  const id = await takeCall(ana, genesys, 'Ada Quill')
  await expectTruth(ana, genesys)
  await ana.reload()
  await expectDesk(ana)
  await expect(opened(ana, 'Ada Quill')).toBeVisible()
  // Its pictures too come from the folder.
  const pictures = await ana
    .locator('svg use')
    .evaluateAll((uses) =>
      uses.map((use) => new URL(use.getAttribute('href') ?? '', document.baseURI).pathname),
    )
  expect(pictures.length).toBeGreaterThan(0)
  for (const path of pictures) expect(path).toMatch(/^\/apps\/minidesk\//)

  await genesys.customerHangsUp(id)
  await ana.getByRole('list', { name: 'Codes' }).getByRole('button').first().click()
  await button(ana, 'Done').click()
  await signOut(ana)
  expect(ana.url()).toMatch(new RegExp(`^${host.url}`))
})
