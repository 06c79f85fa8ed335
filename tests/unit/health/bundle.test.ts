import { describe, expect, test } from 'vitest'
import { type BundleParts, bundleText } from '~/health/bundle'
import { verdictOf } from '~/health/health'
import type { Health } from '~/protocol/health'
import { healthy } from '../fixtures/health'

const reference = '5a9b6c1e-7d10-4e1b-8f1a-3f1c2a5e7d10'
const mishap: Health['errors'][number] = {
  ...{ at: 1_800_000_000_000, operation: 'updateCall', method: 'PATCH', kind: 'refused' },
  path: '/api/v2/conversations/calls/{conversationId}/participants/{participantId}',
  ...{ attempt: 1, status: 400, code: 'bad.request', correlationId: reference },
}
const health = healthy({ errors: [mishap] })

const parts: BundleParts = {
  ...{ at: 1_800_000_000_000, build: ['index-AbC123.js'], ahead: 0, health },
  browser: { agent: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/141.0.7390.122', width: 1280 },
  config: { region: 'mypurecloud.de', perMinute: 60 },
  settings: { framed: false },
  verdict: verdictOf(health, { state: 'firm' }, 0),
  ...{ standing: { state: 'firm' }, lacking: ['users:readonly'] },
  trail: [{ at: 1_800_000_000_000, event: 'signed-in', correlationId: reference }],
  commands: [{ at: 1_800_000_000_000, command: 'hold', state: 'unknown', attempts: 1 }],
}

/** What no bundle may hold, in every way that it could come in. */
const canaries = {
  name: 'Ada Quill',
  address: 'ada.quill@larkfield.example',
  number: '+49 30 555 018',
  link: 'wss://streaming-1.example/channels/canary',
  id: '3f1c2a5e-7d10-4e1b-8f1a-5a9b6c1e7d10',
  token: 'eyJhbGciOiJub25lIn0eyJjYW5hcnkiOjF9canarycanary',
}
const leaks = (text: string, names = Object.keys(canaries)) =>
  Object.entries(canaries)
    .filter(([name, canary]) => names.includes(name) && text.includes(canary))
    .map(([name]) => name)

/** With that text in every field that no type knows, at every depth. */
function poisoned<Value>(value: Value, canary: object): Value {
  if (Array.isArray(value)) return value.map((one) => poisoned(one, canary)) as Value
  if (typeof value !== 'object' || value === null) return value
  const all = Object.entries(value).map(([key, one]) => [key, poisoned(one, canary)])
  return { ...Object.fromEntries(all), ...canary }
}

describe('the support bundle', () => {
  test('tells what helps, with times that can be compared', () => {
    const bundle = JSON.parse(bundleText(parts))
    expect(bundle).toMatchObject({
      ...{ minidesk: 'support bundle', at: '2027-01-15T08:00:00.000Z' },
      ...{ build: ['index-AbC123.js'], lackingScopes: ['users:readonly'], clockAhead: 0 },
      browser: { agent: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/141.0.7390.122', width: 1280 },
      config: { region: 'mypurecloud.de', perMinute: 60 },
      verdict: { level: 'good', reasons: [] },
      signIns: [{ at: '2027-01-15T08:00:00.000Z', event: 'signed-in', correlationId: reference }],
      commands: [{ command: 'hold', state: 'unknown', attempts: 1 }],
    })
    expect(bundle.health).toMatchObject({
      use: { perMinute: 60, left: 54 },
      errors: [{ ...mishap, at: '2027-01-15T08:00:00.000Z' }],
      minutes: [{ sent: 6 }],
      recent: { sent: 6, failed: 0, unsent: 0 },
      socket: { state: 'live', lastEvent: '2027-01-15T07:59:00.000Z' },
    })
  })

  test('a field that nobody picked stays out, wherever it is', () => {
    const more = { message: canaries.name, note: canaries, names: Object.values(canaries) }
    const all = poisoned({ ...parts, browser: {}, settings: {} }, more)
    // The poison is strong: without the picking every canary would be in it.
    expect(leaks(JSON.stringify(all))).toEqual(Object.keys(canaries))
    expect(leaks(bundleText({ ...all, browser: {}, settings: {} }))).toEqual([])
  })

  test('what looks like a person, a place or a secret is taken out of the fields that stay', () => {
    const told = ['address', 'number', 'link', 'id', 'token'] as const
    for (const name of told) {
      const canary = `It was ${canaries[name]}`
      const text = bundleText({
        ...parts,
        browser: { agent: canary },
        settings: { canary },
        ...{ build: [canary], lacking: [canary], config: { region: canary } },
        trail: [{ at: 1, event: canary, reason: canary, correlationId: canary }],
        health: healthy({ errors: [{ ...mishap, code: canary, correlationId: canary }] }),
        commands: [{ at: 1, command: canary, state: canary, attempts: 1, correlationId: canary }],
      })
      expect(leaks(text)).toEqual([])
      expect(text).toContain('(removed)')
    }
  })

  test('without an engine it tells what the page knows', () => {
    const bundle = JSON.parse(bundleText({ ...parts, health: undefined, verdict: undefined }))
    expect(bundle.health).toBeUndefined()
    expect(bundle.browser.width).toBe(1280)
  })
})
