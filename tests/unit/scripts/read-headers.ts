// Reads header files as their hosts do: each answers what a path is sent with.
import type { Headers } from '../../../scripts/headers/table.mjs'

export type Files = Readonly<Record<string, string>>
/** `found`: whether there is a file. */
export type Sent = (path: string, found: boolean) => Headers

const all = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([, ...groups]) => groups.map((group) => group ?? ''))

const unescaped = (text: string) => text.replaceAll('\\"', '"')

export function readNginx(files: Files): Sent {
  const maps = all(files['nginx/http.conf'] ?? '', /^map \$uri (\$\w+) \{\n([^}]*)\}$/gm)
  const values = new Map(
    maps.map(([variable = '', body = '']) => [
      variable,
      all(body, /^ {2}"?(~[^"]+|default)"? "(.*)";$/gm),
    ]),
  )
  const lines = all(files['nginx/server.conf'] ?? '', /^add_header ([\w-]+) (.*?)( always)?;$/gm)
  return (path, found) => {
    const textOf = (value: string) => {
      const quoted = /^"(.*)"$/.exec(value)?.[1]
      if (quoted !== undefined) return unescaped(quoted)
      const entries = values.get(value) ?? []
      const entry =
        entries.find(([key = '']) => key[0] === '~' && new RegExp(key.slice(1)).test(path)) ??
        entries.find(([key]) => key === 'default')
      return unescaped(entry?.[1] ?? '')
    }
    const sent = lines
      .filter(([, , always]) => found || always)
      .map(([name = '', value = '']) => [name, textOf(value)])
    // nginx sends no header without a value.
    return Object.fromEntries(sent.filter(([, value]) => value))
  }
}

export function readCaddy(files: Files): Sent {
  const text = files['caddy/minidesk.caddy'] ?? ''
  const matchers = new Map(
    all(text, /^(@[\w-]+) (?:\{\n((?:\t.*\n)+)\}|(.*))$/gm).map(([name = '', block, line]) => [
      name,
      (block || line || '').trim().split(/\n\t?/),
    ]),
  )
  const holds = (condition: string, path: string, found: boolean): boolean => {
    const [word = '', rest = ''] = condition.split(/ (.*)/)
    if (word === 'not') return !holds(rest, path, found)
    return word === 'file' ? found : new RegExp(rest).test(path)
  }
  const blocks = all(text, /^header ?(@[\w-]+)? \{\n((?:\t.*\n)+)\}$/gm)
  return (path, found) =>
    Object.fromEntries(
      blocks
        .filter(([name = '']) =>
          (matchers.get(name) ?? []).every((condition) => holds(condition, path, found)),
        )
        .flatMap(([, body = '']) => all(body, /^\t([\w-]+) `(.*)`$/gm)),
    )
}

export function readApache(files: Files): Sent {
  const text = files['apache/.htaccess'] ?? ''
  const blocks = all(text, /^<If "%\{REQUEST_URI\} =~ m#(.*)#">\n([\s\S]*?)<\/If>$/gm)
  const outside = text.replaceAll(/^<If[\s\S]*?<\/If>$/gm, '')
  return (path, found) => {
    const fitting = blocks.filter(([pattern = '']) => new RegExp(pattern).test(path))
    const lines = [outside, ...fitting.map(([, body = '']) => body)].flatMap((one) =>
      all(one, /^ *Header( always)? set ([\w-]+) "(.*)"$/gm),
    )
    return Object.fromEntries(
      lines
        .filter(([always]) => found || always)
        .map(([, name = '', value = '']) => [name, unescaped(value)]),
    )
  }
}

/** Where several rules fit, a header that comes again is joined to the first. */
export function readHosted(files: Files): Sent {
  const rules = all(files._headers ?? '', /^(\/.*)\n((?: {2}.*\n)+)/gm)
  return (path) => {
    const sent: Headers = {}
    for (const [pattern = '', body = ''] of rules) {
      const [start = '', more] = pattern.split('*')
      if (more === undefined ? path !== pattern : !path.startsWith(start)) continue
      for (const [name = '', value = ''] of all(body, /^ {2}([\w-]+): (.*)$/gm))
        sent[name] = sent[name] ? `${sent[name]}, ${value}` : value
    }
    return sent
  }
}

/** By the behaviours that the comments name; the standard one is for whatever no other has. */
export function readCloudFront(files: Files): Sent {
  const policies = Object.entries(files)
    .filter(([name]) => name.startsWith('cloudfront/'))
    .map(([, text]) => JSON.parse(text))
  return (path) => {
    const fits = (pattern: string) => {
      const [start = '', end] = pattern.split('*')
      return end === undefined ? path === pattern : path.startsWith(start) && path.endsWith(end)
    }
    const policy =
      policies.find(({ Comment }) => Comment.split(' ').some(fits)) ??
      policies.find(({ Comment }) => Comment.includes('Default'))
    const { SecurityHeadersConfig: security, CustomHeadersConfig: custom } = policy
    const transport = security.StrictTransportSecurity
    const items: { Header: string; Value: string }[] = custom.Items
    if (items.length !== custom.Quantity) throw new Error('the quantity is wrong')
    return {
      'Content-Security-Policy': security.ContentSecurityPolicy.ContentSecurityPolicy,
      'Referrer-Policy': security.ReferrerPolicy.ReferrerPolicy,
      ...(security.ContentTypeOptions.Override && { 'X-Content-Type-Options': 'nosniff' }),
      ...(transport && {
        'Strict-Transport-Security': [
          `max-age=${transport.AccessControlMaxAgeSec}`,
          ...(transport.IncludeSubdomains ? ['includeSubDomains'] : []),
          ...(transport.Preload ? ['preload'] : []),
        ].join('; '),
      }),
      ...Object.fromEntries(items.map(({ Header, Value }) => [Header, Value])),
    }
  }
}
