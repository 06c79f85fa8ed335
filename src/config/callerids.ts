/** The numbers that an agent may show to those they call: `callerIds` of config.json. */
import { isObject, refuseUnknown, type Wrong } from './check'

export interface CallerId {
  /** E.164. */
  readonly number: string
  /** Also shown, where the network passes it on. */
  readonly name?: string
}

const example = 'must be { "number": "+493055500100", "name"?: "Larkfield Service" }'

/** Absent: none can be chosen. */
export function checkCallerIds(value: unknown, wrong: Wrong): readonly CallerId[] | undefined {
  const where = 'callerIds'
  if (value === undefined) return undefined
  if (!Array.isArray(value)) return wrong(where, 'must be a list')
  const ids = value.flatMap((one: unknown, index): CallerId[] => {
    const at = `${where}[${index}]`
    if (!isObject(one)) return wrong(at, example) ?? []
    refuseUnknown(one, ['number', 'name'], `${at}.`, wrong)
    const { number, name } = one
    if (typeof number !== 'string' || !/^\+[1-9]\d{3,14}$/.test(number))
      return wrong(`${at}.number`, example) ?? []
    if (name === undefined) return [{ number }]
    if (typeof name !== 'string' || !name.trim() || name.length > 60)
      return wrong(`${at}.name`, 'must be a text of 1 to 60 characters') ?? []
    return [{ number, name }]
  })
  if (new Set(ids.map(({ number }) => number)).size < ids.length)
    wrong(where, 'must differ in their numbers')
  return ids
}
