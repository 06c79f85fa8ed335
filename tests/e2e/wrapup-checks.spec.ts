import { button, expect, goOnQueue, rows, takeCall, test } from './desk'

test('a wrap-up without its code, or with too long a note, is not sent and loses nothing', async ({
  ana,
  genesys,
}) => {
  await goOnQueue(ana)
  const id = await takeCall(ana, genesys, 'Ada Quill')
  await genesys.customerHangsUp(id)
  const done = button(ana, 'Done')
  const notes = ana.getByRole('textbox', { name: 'Notes' })
  const sent = () => genesys.requests('POST', /\/wrapup$/)

  await notes.fill('Called about the invoice.')
  await expect(done).toHaveAccessibleDescription('Choose a wrap-up code first')
  await done.click({ force: true })
  await expect(notes).toHaveValue('Called about the invoice.')
  expect(await sent()).toEqual([])

  await ana.getByRole('list', { name: 'Codes' }).getByRole('button').first().click()
  const long = 'n'.repeat(10_001)
  await notes.fill(long)
  const problem = 'Notes: 10,001 characters are too many, 10,000 can be sent'
  await expect(ana.getByText(problem)).toBeVisible()
  await expect(notes).toHaveAccessibleDescription(problem)
  await expect(notes).toHaveAttribute('aria-invalid', 'true')
  await expect(done).toHaveAccessibleDescription(problem)
  await done.click({ force: true })
  await expect(notes).toHaveValue(long)
  expect(await sent()).toEqual([])

  await notes.fill(long.slice(1))
  await expect(ana.getByText(problem)).toHaveCount(0)
  await done.click()
  await expect(rows(ana)).toHaveCount(0)
  expect(await sent()).toMatchObject([{ status: 202 }])
})
