// CloudFront: a response headers policy for each cache behaviour.

/**
 * @param {import('./table.mjs').Table} table
 * @param {import('./table.mjs').Deployment} deployment
 * @returns {Record<string, string>} the text of each file
 */
export function cloudfrontFiles({ common, rows }, { folders }) {
  const files = rows
    .filter(({ paths }) => paths.length > 0)
    .map(({ name, paths, headers }) => {
      const patterns = folders.flatMap((folder) =>
        paths.map((path) => (path === '' ? 'Default (*)' : folder + path)),
      )
      const policy = {
        Name: `minidesk-${name}`,
        Comment: [...new Set(patterns)].join(' '),
        ...configOf({ ...common, ...headers }),
      }
      return [`cloudfront/${name}.json`, `${JSON.stringify(policy, undefined, 2)}\n`]
    })
  return Object.fromEntries(files)
}

/** @param {import('./table.mjs').Headers} headers */
function configOf({
  'Content-Security-Policy': csp,
  'Strict-Transport-Security': transport,
  'Referrer-Policy': referrer,
  'X-Content-Type-Options': _,
  ...others
}) {
  // Errors get the same policy as files: what may be kept for ever says so as an object of the bucket.
  const custom = Object.entries(others).filter(([, value]) => !value.includes('immutable'))
  return {
    SecurityHeadersConfig: {
      ContentSecurityPolicy: { Override: true, ContentSecurityPolicy: csp },
      ContentTypeOptions: { Override: true },
      ReferrerPolicy: { Override: true, ReferrerPolicy: referrer },
      ...(transport && {
        StrictTransportSecurity: {
          Override: true,
          AccessControlMaxAgeSec: Number(/max-age=(\d+)/.exec(transport)?.[1]),
          IncludeSubdomains: transport.includes('includeSubDomains'),
          Preload: transport.includes('preload'),
        },
      }),
    },
    CustomHeadersConfig: {
      Quantity: custom.length,
      Items: custom.map(([Header, Value]) => ({ Header, Value, Override: true })),
    },
  }
}
