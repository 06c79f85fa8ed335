import { useNavigate } from '@solidjs/router'
import { createComputed, on } from 'solid-js'
import type { Tasks } from './tasks'

/** For as long as whoever placed it looks there, and nowhere else. */
export function openWhenPlaced({ dial }: Tasks) {
  const navigate = useNavigate()
  createComputed(
    on(
      dial.began,
      (id) => {
        if (!id) return
        dial.opened()
        queueMicrotask(() => navigate(`/conversations/${id}`, { replace: true }))
      },
      // One that nobody saw begin is in the list: it opens in place of nothing that is begun later.
      { defer: true },
    ),
  )
}
