/** Renews the pictures of the docs from the running desk: npm run pictures, after npm run build. */
import { button, expect, goOnQueue, rows, test } from '../e2e/desk'

const pictures = [
  { name: 'desk', width: 1120, height: 620, colorScheme: 'light' },
  { name: 'desk-dark', width: 1120, height: 620, colorScheme: 'dark' },
  { name: 'desk-narrow', width: 340, height: 620, colorScheme: 'light' },
  { name: 'desk-narrow-dark', width: 340, height: 620, colorScheme: 'dark' },
] as const

for (const { name, width, height, colorScheme } of pictures)
  test(`picture of ${name}`, async ({ ana, genesys }) => {
    await ana.setViewportSize({ width, height })
    await ana.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await goOnQueue(ana)
    const { queues, users } = await genesys.state()
    await genesys.control('POST', '/calls', {
      queueId: queues[0]?.id,
      from: { name: 'Jonas Feld', number: '+493055500142' },
      attributes: { Order: 'A-17 20448', Product: 'Dishwasher DW-310', Reason: 'Second visit' },
    })
    await button(ana, 'Answer').click()
    await button(ana, 'Hold').click()
    await button(ana, 'Transfer').click()
    await ana.getByRole('searchbox', { name: 'Find a person, queue or number' }).fill('re')
    await expect(button(ana, 'Transfer to Chloé Lefèvre-Montgomery')).toBeVisible()
    const me = users.find((user) => user.name === 'Ana Ruiz')?.id
    const from = { name: 'Perla Santamaría-Whitcombe', number: '+34915550177' }
    await genesys.control('POST', '/calls', { userId: me, from })
    await expect(rows(ana).first()).toContainText('Ringing')
    await expect(rows(ana).last()).toContainText('0:03')
    await ana.screenshot({ path: `docs/images/${name}.png` })
  })
