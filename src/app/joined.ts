/**
 * Queues that are joined or left elsewhere, by the agent or by a supervisor: Genesys Cloud tells of it among what an
 * agent does, and then it is read. Where it cannot be told, it is read each minute.
 */
import { onCleanup } from 'solid-js'
import { activityOf } from '~/genesys/topics'
import type { MyQueues } from '~/queues/mine'
import type { Desk } from './desk'

/** Milliseconds between readings where nothing is told, and before it is tried again to be told. */
const [pace, again] = [60_000, 5_000]

/** For as long as the caller's owner lives. `onAgain`: it is told again after a gap, in which anything may have happened. */
export function watchJoined(
  { me, means, watch, locked }: Desk,
  mine: MyQueues,
  onAgain: () => void,
): void {
  const { clock } = means
  const watching = new AbortController()
  const { signal } = watching
  let last: string | undefined
  let isTold = false
  let wasTold = false
  let [cancelStart, cancelLook] = [() => {}, () => {}]
  onCleanup(() => {
    watching.abort()
    cancelStart()
    cancelLook()
  })
  const look = () => {
    if (!locked()) void mine.readJoined({ signal, lane: 'background' })
  }
  function keepLooking() {
    cancelLook = clock.after(pace, () => {
      if (!isTold) look()
      keepLooking()
    })
  }

  async function start() {
    await watch([activityOf(me.id)], {
      signal,
      onProgress(news) {
        // What happened before that, nobody has told.
        if (news.step === 'watching') {
          isTold = news.without.length === 0
          if (wasTold && !locked()) onAgain()
          wasTold = true
          return look()
        }
        const { activeQueueIds } = Object(news.body)
        const now = JSON.stringify(activeQueueIds)
        if (now === undefined || now === last) return
        last = now
        look()
      },
    }).catch(() => {})
    if (signal.aborted) return
    isTold = false
    cancelStart = clock.after(again, () => void start())
  }
  void start()
  keepLooking()
}
