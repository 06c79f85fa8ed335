import { createComputed, createRoot } from 'solid-js'
import { createDesk, type Desk } from '~/app/desk'
import { openLasting } from '~/app/lasting'
import { troubleOf } from '~/app/told'
import { createCallCommands } from '~/conversations/commands'
import { callProof } from '~/conversations/proof'
import type { Conversation as Wire } from '~/genesys/wire'
import { unlessDone } from '~/ledger/twice'
import type { Cache } from '~/storage/cache'
import type { Sealed } from '~/storage/sealed'
import type { Settings } from '~/storage/settings'
import { createManualClock } from '../../manual-clock'
import { deferred, fakeAsk } from '../fake-ask'
import { me } from '../fixtures/conversations'
import { became, definitions } from '../fixtures/presence'
import { settled } from '../settled'

/** Where nothing that is written outlives the page. */
export const forgetful: Sealed = { read: async () => undefined, keep: async () => true }
export const nothingSet: Settings = {
  read: async () => undefined,
  readAnew: async () => undefined,
  keep: async () => true,
  forget: async () => {},
  follow: () => () => {},
}
export const nothingKept: Cache = { read: async () => undefined, keep: async () => {} }

export function createStage(permissions: readonly string[] = []) {
  const clock = createManualClock()
  const rung: string[][] = []
  let locked = false
  let deafened = 0
  const fake = fakeAsk({
    listConversations: () => ({ entities: [] }),
    getMe: () => ({ presence: became('available'), routingStatus: { status: 'OFF_QUEUE' } }),
    listPresenceDefinitions: () => ({ entities: [...definitions] }),
    listMyQueues: () => ({ entities: [{ id: 'q-1', name: 'Billing' }] }),
  })
  const { desk, dispose } = createRoot((end): { desk: Desk; dispose: () => void } => {
    const desk = createDesk({
      me: {
        id: me,
        name: 'Ana Ruiz',
        organization: 'Larkfield',
        organizationId: 'org-1',
        country: 'DE',
        permissions: new Set(permissions),
      },
      ask: fake.ask,
      watch: () => new Promise(() => {}),
      allowed: undefined,
      clock,
      locale: 'en_US',
      whyNot: () => undefined,
      locked: () => locked,
      later: async () => ({
        openLasting,
        unlessDone,
        callProof,
        fetchWork: async () => ({ troubleOf }),
      }),
      onDeaf: () => void deafened++,
    })
    createComputed(() => rung.push(desk.conversations.alerting().map(({ id }) => id)))
    return { desk, dispose: end }
  })
  const phases = () =>
    desk.conversations.ids().map((id) => `${id} ${desk.conversations.get(id)?.phase}`)

  return {
    clock,
    rung,
    ...fake,
    desk,
    /** How often the socket was suspected to tell nothing. */
    deafened: () => deafened,
    calls: createCallCommands(desk.means),
    phases,
    /** As the page does it on signing out. */
    close() {
      desk.sync.close()
      dispose()
    },
    hear: (wire: Wire) => desk.hear('conversations', wire),
    async live(epoch: number) {
      desk.sync.onConnection({ state: 'live', epoch })
      await settled()
    },
    async pass(ms: number) {
      clock.advance(ms)
      await settled()
    },
    lock(now: boolean) {
      locked = now
    },
    /** The next reading of the conversations waits for the answer. */
    hold() {
      const answer = deferred<{ entities: Wire[] }>()
      fake.answers.listConversations = () => answer.promise
      return {
        async answer(...entities: Wire[]) {
          answer.resolve({ entities })
          await settled()
        },
        async fail(reason: unknown) {
          answer.reject(reason)
          await settled()
        },
      }
    },
    list(...entities: Wire[]) {
      fake.answers.listConversations = () => ({ entities })
    },
  }
}
