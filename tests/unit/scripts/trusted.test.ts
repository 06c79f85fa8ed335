import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { trustTemplates } from '../../../scripts/build/trusted.mjs'

const solid = new URL('../../../node_modules/solid-js/web/dist/web.js', import.meta.url)

describe('the build', () => {
  test('leaves no template of Solid’s that becomes HTML without its policy', () => {
    const code = trustTemplates(readFileSync(solid, 'utf8'))
    expect(code.match(/\bt\.innerHTML = /g)).toHaveLength(1)
    expect(code).toContain('t.innerHTML = trusted.createHTML(html);')
    expect(code).toContain("createPolicy('solid-template'")
  })

  test.each(['', 't.innerHTML = html;\nt.innerHTML = html;'])(
    'fails when Solid makes its templates in another way: %j',
    (code) => {
      expect(() => trustTemplates(code)).toThrow(/templates need a new look/)
    },
  )
})
