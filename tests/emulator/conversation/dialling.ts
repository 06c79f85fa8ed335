/** What becomes of a number that is dialled. */
export type DialledOutcome = 'answers' | 'busy' | 'noAnswer' | 'fails'

const endings: Readonly<Record<string, DialledOutcome>> = {
  '0001': 'busy',
  '0002': 'noAnswer',
  '0003': 'fails',
}

/** The last four digits of a number decide what becomes of a call to it; most answer. */
export function dialledOutcome(address: string): DialledOutcome {
  const digits = address.replace(/@.*$/, '').replaceAll(/\D/g, '')
  return endings[digits.slice(-4)] ?? 'answers'
}
