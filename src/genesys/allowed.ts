/** Whether the agent's permissions admit an operation, before it is asked; and permissions in words. */
import { locale, t } from '~/language'
import type { Missing } from './errors'
import type { Operation } from './operation'
import { type OperationName, operations } from './operations'

/** `permissions`: none at all were not read, and what is not known forbids nothing. */
export function lackFor(
  operation: OperationName,
  permissions: ReadonlySet<string>,
): Missing | undefined {
  const { permission }: Operation = operations[operation]
  if (!permission || permissions.size === 0) return undefined
  const kind = 'permission'
  if ('any' in permission)
    return permission.any.some((name) => admits(permissions, name))
      ? undefined
      : { kind, names: permission.any, any: true }
  const names = permission.all.filter((name) => !admits(permissions, name))
  return names.length > 0 ? { kind, names, any: false } : undefined
}

/** By its name, or by one with wildcards: `conversation:*:*`, `conversation:*`, `*`. */
export function admits(permissions: ReadonlySet<string>, name: string): boolean {
  if (permissions.has(name)) return true
  const parts = name.split(':')
  return [...permissions].some((wide) => {
    const wides = wide.split(':')
    if (wides.at(-1) !== '*' ? wides.length !== parts.length : wides.length > parts.length)
      return false
    return wides.every((one, index) => one === '*' || one === parts[index])
  })
}

/** Why a control cannot be used; undefined when it can, as far as is known. */
export function whyNotAllowed(
  operation: OperationName,
  permissions: ReadonlySet<string>,
): string | undefined {
  const lack = lackFor(operation, permissions)
  return lack && lackWords(lack)
}

/** What a role lacks, named as an administrator finds it. */
export function lackWords({ names, any }: Omit<Missing, 'kind'>): string {
  if (names.length === 0) return t`Your role lacks a permission for it`
  const [first = ''] = names
  const group = first.slice(0, first.lastIndexOf(':') + 1)
  const rest = names.slice(1).map((name) => name.replace(group, ''))
  const words = [first, ...rest].map(permissionWords)
  const type = any ? 'disjunction' : 'conjunction'
  const all = new Intl.ListFormat(locale(), { type }).format(words)
  return any || names.length === 1
    ? t`Your role lacks the permission ${all}`
    : t`Your role lacks the permissions ${all}`
}

/** As Genesys Cloud's own administration spells it: `Conversation > Communication > Blind Transfer`. */
export function permissionWords(name: string): string {
  return name
    .split(':')
    .map((part) => {
      if (part === 'onqueue') return t`On Queue`
      const spaced = part.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ')
      return spaced.charAt(0).toUpperCase() + spaced.slice(1)
    })
    .join(' > ')
}
