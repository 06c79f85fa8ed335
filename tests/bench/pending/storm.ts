/** Events by the notification socket, many a second, of calls beside the one that is worked on. */
import type { Genesys } from '../../e2e/desk'
import { type Json, signIn } from '../../unit/emulator/visitor'

export interface Storm {
  /** Events a second since it began. */
  rate(): number
  stop(): Promise<void>
}

/** Calls that change, as many as a list shows. */
const calls = 20
/** Milliseconds between two handfuls of events. */
const pace = 20

/** `perSecond` events for Ana Ruiz, who has one call. */
export async function startStorm(
  genesys: Genesys,
  redirectUri: string,
  perSecond: number,
): Promise<Storm> {
  const { ask, userId } = await signIn(genesys, 'Ana Ruiz', { redirect_uri: redirectUri })
  const { body } = await ask('GET', '/conversations')
  const texts = framesOf(body.entities[0], userId)
  const begun = performance.now()
  let sent = 0
  let flying: Promise<unknown> | undefined

  const rate = () => (sent * 1000) / (performance.now() - begun)
  const timer = setInterval(() => {
    // One handful at a time: what the emulator cannot take is not piled up.
    if (flying) return
    const due = Math.floor(((performance.now() - begun) * perSecond) / 1000)
    const handful = Array.from({ length: due - sent }, (_, at) => texts[(sent + at) % texts.length])
    sent = due
    flying = genesys.control('POST', '/sockets/send', { userId, texts: handful }).finally(() => {
      flying = undefined
    })
  }, pace)
  return {
    rate,
    async stop() {
      clearInterval(timer)
      await flying
    },
  }
}

/** Each call twice, so that every event changes what is on screen. */
function framesOf(wire: Json, userId: string): string[] {
  return Array.from({ length: 2 * calls }, (_, at) => {
    const participants = wire.participants.map((one: Json) =>
      one.purpose === 'customer' ? { ...one, name: `Caller ${at}` } : one,
    )
    const id = `00000000-0000-4000-8000-${String(at % calls).padStart(12, '0')}`
    return JSON.stringify({
      topicName: `v2.users.${userId}.conversations`,
      version: '2',
      eventBody: { ...wire, id, participants },
      metadata: { CorrelationId: id },
    })
  })
}
