/** What becomes of a call to an outside number: its ending tells. */
export function dialledOutcome(address: string): 'answers' | 'busy' | 'noAnswer' | 'fails' {
  const digits = address.replaceAll(/\D/g, '')
  if (digits.endsWith('0001')) return 'busy'
  if (digits.endsWith('0002')) return 'noAnswer'
  return digits.endsWith('0003') ? 'fails' : 'answers'
}
