import { describe, expect, test } from 'vitest'
import { isOwnRoute } from '~/signin/signin'

describe('the place to go back to', () => {
  test.each(['#/', '#/conversations/3f1c2a5e-7d10', '#/conversations/a_b'])(
    '%s is the desk’s own',
    (hash) => {
      expect(isOwnRoute(hash)).toBe(true)
    },
  )
  test.each([
    ...['', '#', '/', '//e.example', '/\\e.example', '\t//e.example', 'https://e.example/#/'],
    ...['javascript:alert(1)', '#/callback.html?code=1', '#/conversations/', '#/conversations/a/b'],
    ...[
      '#/conversations/a?x',
      '#/conversations/a\n',
      '#/conversations/%2e',
      '#//conversations/a',
      ' #/',
    ],
  ])('%j is not', (hash) => {
    expect(isOwnRoute(hash)).toBe(false)
  })
})
