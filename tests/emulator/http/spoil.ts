import type { FaultSpec } from '../faults'
import type { Exchange, Host } from './exchange'

/** What goes out in the end: an answer, half of one, or nothing until the connection is closed. */
export type Delivery =
  | { readonly response: Response; readonly half?: boolean }
  | { readonly silence: number | undefined }

const page = `<!doctype html>
<html lang="en">
<head><title>Access to the network</title></head>
<body><h1>Access to the network</h1><p>Please sign in to go on.</p></body>
</html>
`

/** Whether a fault before the effect needs the answer all the same: that to a read can be had. */
export function needsTruth({ kind, phase }: FaultSpec, isRead: boolean): boolean {
  return phase === 'after' || (isRead && (kind === 'truncate' || kind === 'empty'))
}

/** What a fault makes of the answer there would have been; without one nothing has happened yet. */
export function spoil(
  { kind, status, ms, ...fault }: FaultSpec,
  truth: Response | undefined,
  exchange: Exchange,
  host: Host,
): Delivery {
  const failure = () => host.faultResponse({ ...fault, status: status ?? 500 }, exchange)
  switch (kind) {
    case 'html': {
      const headers = { 'content-type': 'text/html; charset=utf-8' }
      return { response: new Response(page, { status: status ?? 500, headers }) }
    }
    case 'truncate':
      return { response: (status === undefined && truth) || failure(), half: true }
    case 'empty':
      return { response: new Response(null, { status: status ?? truth?.status ?? 200 }) }
    case 'timeout':
      return { silence: ms }
    case 'reset':
      return { silence: 0 }
    case 'status':
    case 'delay':
      return { response: failure() }
  }
}
