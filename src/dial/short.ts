/**
 * Short numbers: emergency, service and extensions. They mean something where they are dialed, and nothing with a
 * country code, so they are never rewritten.
 */
import { t } from '~/language'
import type { Finding } from '~/transfer/finding'

const short = /^\s*\d{2,6}\s*$/

/** The same for the same digits: its row stays when the others come, and so does the focus on it. */
let latest: Finding['number']

/** As it is, or with the short number that was typed in place of whatever was made of it. */
export function asTyped(finding: Finding): Finding {
  if (!short.test(finding.query)) return finding
  const id = finding.query.trim()
  if (!latest || !('number' in latest) || latest.number.id !== id) {
    const about = t`Exactly as typed, without a country code`
    latest = { number: { kind: 'number', id, name: id, about } }
  }
  return { ...finding, number: latest }
}
