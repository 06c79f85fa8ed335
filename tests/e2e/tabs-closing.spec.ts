import type { BrowserContext } from '@playwright/test'
import { button, expect, expectDesk, goOnQueue, opened, rows, takeCall, test } from './desk'
import { expectAlone } from './tabs'
import { expectTruth } from './truth'

/** What the browser asks of its own accord, and what is answered to it. */
function answerQuestions(context: BrowserContext, stay: boolean) {
  const asked: string[] = []
  context.on('dialog', async (dialog) => {
    asked.push(dialog.type())
    await (stay ? dialog.dismiss() : dialog.accept())
  })
  return asked
}

test('the last tab of a call asks once before it closes, in the browser’s words; no other one does', async ({
  ana,
  context,
  host,
  genesys,
}) => {
  const asked = answerQuestions(context, true)
  const other = await context.newPage()
  await other.goto(host.url)
  await expectDesk(other)
  await goOnQueue(other)
  const id = await takeCall(ana, genesys, 'Ada Quill')
  await rows(other).getByRole('link', { name: 'Ada Quill' }).click()
  await expect(opened(other, 'Ada Quill')).toBeVisible()
  await Promise.all([other.waitForEvent('close'), other.close({ runBeforeUnload: true })])
  expect(asked).toEqual([])

  await expectAlone(ana)
  const [question] = await Promise.all([
    context.waitForEvent('dialog'),
    ana.close({ runBeforeUnload: true }),
  ])
  expect(question.type()).toBe('beforeunload')
  // Whoever stays has everything as it was.
  await button(ana, 'Hold').click()
  await expect(rows(ana)).toContainText('On hold')
  await expectTruth(ana, genesys)
  await Promise.all([ana.waitForEvent('close'), ana.close({ runBeforeUnload: true })])
  expect(asked).toEqual(['beforeunload'])

  // The call is none of the tab's: it goes on at the phone, and is there in the next one.
  const next = await context.newPage()
  await next.goto(host.url)
  await expectDesk(next)
  await expect(rows(next)).toContainText('On hold')
  expect((await genesys.state()).conversations.map((one) => one.id)).toEqual([id])
})

test('without a call nothing is asked, nor by what the desk does itself in one', async ({
  ana,
  context,
  genesys,
}) => {
  const asked = answerQuestions(context, false)
  await goOnQueue(ana)
  const id = await takeCall(ana, genesys, 'Ada Quill')
  // Where the browser opens no window this tab goes to the login page.
  await genesys.control('POST', '/tokens/expire', {})
  await ana.evaluate(() => Object.assign(window, { open: () => null }))
  await button(ana, 'Sign in again').click()
  await expect(ana.getByText('The browser opened no window')).toBeVisible()
  await expectAlone(ana)
  await Promise.all([ana.waitForEvent('load'), button(ana, 'Use this tab instead').click()])
  await expectDesk(ana)
  await expect(rows(ana)).toContainText('Connected')
  expect(asked).toEqual([])
  // A reload of its own, as for another language.
  await button(ana, 'Hold').click()
  await expectAlone(ana)
  await Promise.all([ana.waitForEvent('load'), ana.evaluate(() => location.reload())])
  await expectDesk(ana)
  expect(asked).toEqual([])

  // The browser's button, which looks like the end of the tab.
  await button(ana, 'Resume').click()
  await expectAlone(ana)
  await ana.reload()
  await expectDesk(ana)
  expect(asked).toEqual(['beforeunload'])
  await genesys.customerHangsUp(id)
  await expect(rows(ana)).toContainText('Wrap-up')
  await Promise.all([ana.waitForEvent('close'), ana.close({ runBeforeUnload: true })])
  expect(asked).toEqual(['beforeunload'])
})
