import { expect, test } from 'vitest'
import { environmentName } from '~/genesys/environments'
import { regions } from '~/genesys/regions'

test('each region but the youngest has an environment of its own', () => {
  const names = regions.map(environmentName)
  expect(regions.filter((region) => !environmentName(region))).toEqual(['edee1.eusc-pure.cloud'])
  expect(new Set(names).size).toBe(names.length)
})

test.each([
  ['mypurecloud.com', 'prod'],
  ['mypurecloud.de', 'prod-euc1'],
  ['euw2.pure.cloud', 'prod-euw2'],
  ['use2.us-gov-pure.cloud', 'fedramp-use2-core'],
  ['x.euw2.pure.cloud', undefined],
  ['pure.cloud', undefined],
  ['toString', undefined],
])('%s is %s', (domain, name) => {
  expect(environmentName(domain)).toBe(name)
})
