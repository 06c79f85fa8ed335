/** Where a call may be sent at all: `destinations` of config.json. */
import { checkSwitch, isObject, refuseUnknown, type Wrong } from './check'

/** Absent: all of them. */
export interface Allowed {
  /** E.164; one that ends in an asterisk is the beginning of those it allows. */
  readonly numbers?: readonly string[]
  /** Names or ids; an asterisk as above. */
  readonly queues?: readonly string[]
  /** Whether external contacts may be called: `false`, or all whose number is allowed. */
  readonly contacts?: false
}

export function checkAllowed(value: unknown, wrong: Wrong): Allowed | undefined {
  if (value === undefined) return undefined
  const where = 'destinations'
  if (!isObject(value)) return wrong(where, 'must be { "numbers", "queues", "contacts" }')
  refuseUnknown(value, ['numbers', 'queues', 'contacts'], `${where}.`, wrong)
  const { numbers, queues, contacts } = value
  return {
    ...(numbers === undefined ? {} : { numbers: checkTexts(numbers, 'numbers', isNumber, wrong) }),
    ...(queues === undefined ? {} : { queues: checkTexts(queues, 'queues', isName, wrong) }),
    ...(contacts === undefined || checkSwitch(contacts, `${where}.contacts`, wrong)
      ? {}
      : { contacts: false as const }),
  }
}

const isNumber = (text: string) => /^\+(\*|[1-9]\d{0,14}\*?)$/.test(text)
const isName = (text: string) => /^[^*]{1,300}\*?$/.test(text)
const examples = {
  numbers: 'in the form of "+49*" or "+493055500142"',
  queues: 'such as "Repairs" or "Claims*"',
}

function checkTexts(
  value: unknown,
  key: keyof typeof examples,
  isRight: (text: string) => boolean,
  wrong: Wrong,
): string[] {
  const where = `destinations.${key}`
  if (!Array.isArray(value)) return wrong(where, 'must be a list of texts') ?? []
  return value.flatMap((text: unknown, index) =>
    typeof text === 'string' && isRight(text)
      ? text
      : (wrong(`${where}[${index}]`, `must be ${examples[key]}`) ?? []),
  )
}
