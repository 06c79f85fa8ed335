import { type OperationName, operations } from '~/genesys/operations'
import { refusal } from './refusal'

/**
 * The path and query of an operation. Every parameter is one path segment or one query value: a
 * slash, a dot segment or a foreign parameter is a mistake of ours or an attack, and is not sent.
 */
export function pathOf(
  operation: OperationName,
  params: Readonly<Record<string, string | undefined>>,
): string {
  const { path, query } = operations[operation]
  const names: readonly string[] = query
  const used = new Set<string>()
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name]
    if (value === undefined || !/^[\w:@-][\w.:@-]*$/.test(value)) throw refusal(operation)
    used.add(name)
    return encodeURIComponent(value)
  })
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(params)) {
    if (used.has(name) || value === undefined) continue
    if (!names.includes(name)) throw refusal(operation)
    search.set(name, value)
  }
  return search.size > 0 ? `${filled}?${search}` : filled
}
