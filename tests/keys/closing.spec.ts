import { button, expect, expectDesk, goOnQueue, rows, takeCall, test } from '../e2e/desk'
import { expectAlone } from '../e2e/tabs'
import { takeKeyboard, xdotool } from './keyboard'

test('in the last tab of a call the keys of a reload ask nothing, and those that close it do, once', async ({
  ana,
  context,
  genesys,
}) => {
  const asked: string[] = []
  context.on('dialog', async (dialog) => {
    asked.push(dialog.type())
    await dialog.dismiss()
  })
  // The window stays when the desk has gone.
  await context.newPage()
  await goOnQueue(ana)
  await takeCall(ana, genesys, 'Ada Quill')
  for (const keys of ['F5', 'ctrl+r', 'ctrl+shift+r']) {
    await takeKeyboard(ana)
    await expectAlone(ana)
    await Promise.all([ana.waitForEvent('load'), xdotool('key', '--clearmodifiers', keys)])
    await expectDesk(ana)
    await expect(rows(ana)).toContainText('Connected')
    expect(asked, keys).toEqual([])
  }
  await takeKeyboard(ana)
  await expectAlone(ana)
  await Promise.all([context.waitForEvent('dialog'), xdotool('key', '--clearmodifiers', 'ctrl+w')])
  await expect(button(ana, 'Hold')).toBeVisible()
  await takeKeyboard(ana)
  await Promise.all([ana.waitForEvent('close'), xdotool('key', '--clearmodifiers', 'ctrl+w')])
  expect(asked).toEqual(['beforeunload'])
})
