import { describe, expect, test, vi } from 'vitest'
import { adoptOrphan } from '~/app/orphan'
import type { Session } from '~/protocol/protocol'
import { fakeAsk } from '../fake-ask'
import { signedIn } from '../fixtures/session'

const before = signedIn({ login: 3 })
const signedOut: Session = { state: 'signed-out', title: 'Minidesk' }

/** The desk of `ana`, whose engine has died, and a new one with somebody signed in. */
function createOrphan(whoIsIt: () => { id?: string }) {
  const onBack = vi.fn()
  const onOther = vi.fn(async () => {})
  const { ask } = fakeAsk({ getMe: whoIsIt })
  return { orphan: adoptOrphan(before, { userId: 'ana', ask, onBack, onOther }), onBack, onOther }
}

describe('a desk whose engine has died', () => {
  test('stays while nobody is signed in, and says why', async () => {
    const { orphan } = createOrphan(() => ({ id: 'ana' }))
    expect(await orphan.hear({ state: 'starting' })).toBeUndefined()
    expect(await orphan.hear(signedOut)).toEqual({
      ...before,
      standing: { state: 'ended', problem: 'engine-died' },
    })
    expect(await orphan.hear({ state: 'signing-in', title: 'Minidesk' })).toBeUndefined()
    expect(await orphan.hear({ ...signedOut, problem: 'denied' })).toMatchObject({
      standing: { problem: 'denied' },
    })
  })

  test('goes on when the same agent is back, and is the same desk', async () => {
    const { orphan, onBack, onOther } = createOrphan(() => ({ id: 'ana' }))
    const standing = { state: 'ending', endsAt: 1, due: true, unseen: true } as const
    expect(await orphan.hear(signedIn({ login: 1 }))).toEqual(signedIn({ login: 3 }))
    expect(await orphan.hear(signedIn({ login: 1, standing }))).toEqual(
      signedIn({ login: 3, standing }),
    )
    expect(onBack).toHaveBeenCalledOnce()
    expect(onOther).not.toHaveBeenCalled()
  })

  test('goes with a sign-out in another tab, before the agent is back and after', async () => {
    const early = createOrphan(() => ({ id: 'ana' })).orphan
    await early.hear(signedOut)
    expect(await early.hear(signedOut)).toEqual(signedOut)
    const late = createOrphan(() => ({ id: 'ana' })).orphan
    await late.hear(signedOut)
    await late.hear(signedIn({ login: 1 }))
    expect(await late.hear({ ...signedOut, problem: 'ended' })).toMatchObject({
      state: 'signed-out',
    })
    expect(await late.hear(signedOut)).toEqual(signedOut)
  })

  test('that was about to lock is locked: nobody counts any more', async () => {
    const closing = signedIn({ lock: { state: 'closing', at: 1 } })
    const { ask } = fakeAsk()
    const parts = { userId: 'ana', ask, onBack() {}, onOther: async () => {} }
    const seen = await adoptOrphan(closing, parts).hear(signedOut)
    expect(seen).toMatchObject({ lock: { state: 'locked' } })
  })

  test('is nobody else’s: what was kept is wiped before they see anything', async () => {
    const { orphan, onBack, onOther } = createOrphan(() => ({ id: 'ben' }))
    const seen = await orphan.hear(signedIn({ login: 1 }))
    expect(seen).toMatchObject({ state: 'signed-in' })
    expect(seen).not.toMatchObject({ login: 3 })
    expect(onOther).toHaveBeenCalledOnce()
    expect(onBack).not.toHaveBeenCalled()
  })

  test('is given to nobody while it cannot be read who that is', async () => {
    let reads = 0
    const { orphan, onOther } = createOrphan(() => {
      reads++
      if (reads === 1) throw new Error('no network')
      return { id: 'ana' }
    })
    expect(await orphan.hear(signedIn({ login: 1 }))).toMatchObject({
      login: 3,
      standing: { state: 'ended', problem: 'login-unreachable' },
    })
    expect(await orphan.hear(signedIn({ login: 1 }))).toEqual(signedIn({ login: 3 }))
    expect(onOther).not.toHaveBeenCalled()
  })

  test('says what is wrong with a configuration that was changed meanwhile', async () => {
    const { orphan } = createOrphan(() => ({}))
    const misconfigured: Session = { state: 'misconfigured', problems: [] }
    expect(await orphan.hear(misconfigured)).toEqual(misconfigured)
  })
})
