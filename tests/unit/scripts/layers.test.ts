import { expect, test } from 'vitest'
import { withOrderFirst } from '../../../scripts/build/layers.mjs'

const met = '@layer ui{a{color:red}}'

test.each([
  ['too late', `${met}@layer base,ui;`],
  ['not at all', met],
])('the order of the layers is said before any is met, where it was said %s', (_where, built) => {
  expect(withOrderFirst(built, '@layer base, ui;')).toBe(`@layer base, ui;${met}`)
})
