/** Who is seen: names of everyday length, or the longest there are. */
export interface Cast {
  readonly agent: string
  /** The agent's own queue. */
  readonly queue: string
  readonly customer: string
  readonly second: string
  readonly attributes: Readonly<Record<string, string>>
}

export const everyday: Cast = {
  agent: 'Ana Ruiz',
  queue: 'Billing',
  customer: 'Ada Quill',
  second: 'Bo Lindt',
  attributes: { Order: 'A-17 20448', Reason: 'Second visit' },
}

export const longest: Cast = {
  agent: 'Maximiliana Konstantinopoulou-Featherstonehaugh',
  queue: 'Enterprise Customers – Europe, Middle East & Africa',
  customer: 'Wolfeschlegelsteinhausenbergerdorff'.padEnd(80, 'senior'),
  second: 'Hubert Blaine '.repeat(6).trim(),
  attributes: { Reference: 'x'.repeat(200), ['Key'.repeat(20)]: 'A word that is a sentence' },
}
