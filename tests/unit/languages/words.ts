/** The words that the source says, found by reading it as a compiler does. */
import { readdirSync, readFileSync } from 'node:fs'
import { parseAst } from 'vite'
import { keyOf } from '~/language'

interface Node {
  readonly type: string
  readonly [key: string]: unknown
}

export interface Source {
  readonly path: string
  readonly code: string
  readonly tree: Node
}

const root = new URL('../../../src/', import.meta.url)

/** Every module that may say something: not the engine, which has no language, nor what checks the administrator's file. */
export const sources: readonly Source[] = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !/^(engine|config|languages)\//.test(path))
  .map((path) => {
    const code = readFileSync(new URL(path, root), 'utf8')
    const lang = path.endsWith('x') ? ('tsx' as const) : ('ts' as const)
    return { path, code, tree: parseAst(code, { lang }) as unknown as Node }
  })

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof Reflect.get(value, 'type') === 'string'

/** Each node with its parent; what `into` refuses is not entered. */
export function walk(
  node: Node,
  visit: (node: Node, parent: Node | undefined) => boolean,
  parent?: Node,
) {
  if (!visit(node, parent)) return
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value])
      if (isNode(child)) walk(child, visit, node)
}

interface Quasi {
  readonly value: { readonly cooked: string }
}

/** The keys of everything that is tagged, each with the modules that say it. */
export function saidIn(all: readonly Source[]): ReadonlyMap<string, readonly string[]> {
  const keys = new Map<string, string[]>()
  for (const { path, tree } of all)
    walk(tree, (node) => {
      const tag = node.tag as Node | undefined
      if (node.type !== 'TaggedTemplateExpression' || tag?.name !== 't') return true
      const { quasis } = node.quasi as { readonly quasis: readonly Quasi[] }
      const key = keyOf(quasis.map(({ value }) => value.cooked))
      keys.set(key, [...(keys.get(key) ?? []), path])
      return true
    })
  return keys
}

/** What an agent would read, or hear read, and no catalog could ever have: texts of the markup that are not tagged. */
export function untagged({ path, tree }: Source): readonly string[] {
  const found: string[] = []
  const spoken = /^(title|name|text|hint|word|placeholder|aria-label|whyNot|words|alt)$/
  walk(tree, (node, parent) => {
    if (node.type === 'JSXText' && /[A-Za-z]{2}/.test(String(node.value)))
      found.push(`${path}: ${String(node.value).trim()}`)
    const attribute = parent?.type === 'JSXAttribute' ? (parent.name as Node) : undefined
    const isText = node.type === 'Literal' && /^[A-Z]/.test(String(node.value))
    if (attribute && isText && spoken.test(String(attribute.name)))
      found.push(`${path}: ${String(attribute.name)}="${String(node.value)}"`)
    return true
  })
  return found
}

/** Sentences outside the markup that are not tagged: several words, and a full stop or a capital at their beginning. */
export function untaggedSentences({ path, tree }: Source): readonly string[] {
  const found: string[] = []
  const isSentence = (text: string) => /^[A-Z][a-z]+ [a-z].*\.$/s.test(text.trim())
  walk(tree, (node, parent) => {
    if (node.type === 'TaggedTemplateExpression' || node.type === 'ImportDeclaration') return false
    if (parent?.type === 'NewExpression') return true
    const { value, quasis } = node as {
      readonly value?: unknown
      readonly quasis?: readonly Quasi[]
    }
    const text =
      node.type === 'Literal' && typeof value === 'string'
        ? value
        : node.type === 'TemplateLiteral'
          ? (quasis ?? []).map((one) => one.value.cooked).join('…')
          : ''
    if (isSentence(text)) found.push(`${path}: ${text}`)
    return true
  })
  return found
}
