/** What the desk has to say to the agent: each stays until it is dismissed or has had its time. */
import { type Accessor, createSignal } from 'solid-js'
import type { Clock } from '~/clock'
import type { Failure } from '~/genesys/errors'

export interface Notice {
  readonly id: number
  readonly text: string
  /** What it is about, when something later can make it old. */
  readonly about?: string | undefined
  /** News, not trouble: told when there is time for it. */
  readonly calm?: boolean
  /** What Genesys Cloud answered, for whoever looks into it. */
  readonly failure?: Failure | undefined
  /** When it was said. */
  readonly at: number
}

export interface Notices {
  readonly all: Accessor<readonly Notice[]>
  /** Everything that was said, to be read again, the newest first. */
  readonly past: Accessor<readonly Notice[]>
  say(text: string, about?: string, failure?: Failure): void
  /** Something went as it may go, and should be known. */
  tell(text: string, about: string): void
  /** What was said about this is no news any more. */
  unsay(about: string): void
  dismiss(id: number): void
}

/** Milliseconds: long enough to be read in the middle of a call. */
const life = 20_000
/** More at once would cover the desk. */
const most = 4
/** As many as anybody reads again. */
const kept = 20

export function createNotices(clock: Clock): Notices {
  const [all, setAll] = createSignal<readonly Notice[]>([])
  const [past, setPast] = createSignal<readonly Notice[]>([])
  let lastId = 0

  const dismiss = (id: number) => setAll((before) => before.filter((one) => one.id !== id))

  function put(told: Pick<Notice, 'text' | 'about' | 'failure' | 'calm'>) {
    const id = ++lastId
    const notice = { ...told, id, at: clock.now() }
    setAll((before) => [...before.filter((one) => one.text !== told.text), notice].slice(-most))
    setPast((before) => [notice, ...before].slice(0, kept))
    clock.after(life, () => dismiss(id))
  }

  return {
    all,
    past,
    dismiss,
    unsay: (about) => setAll((before) => before.filter((one) => one.about !== about)),
    say: (text, about, failure) => put({ text, about, failure }),
    tell: (text, about) => put({ text, about, calm: true }),
  }
}
