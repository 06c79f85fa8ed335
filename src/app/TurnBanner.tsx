import { createMemo, For } from 'solid-js'
import { t } from '~/language'
import type { Command } from '~/ledger/command'
import { Banner } from '~/ui/Banner'

/** Milliseconds: what goes out sooner needs no explanation. */
const soon = 1_000

/** Why an order has not gone out yet: only so many requests a minute may. */
export function TurnBanner(props: { readonly commands: readonly Command[]; readonly now: number }) {
  const waiting = createMemo(
    () =>
      props.commands.flatMap(({ state, name, pressedAt }) =>
        state.step === 'queued' && state.limited && props.now - pressedAt >= soon ? [name] : [],
      ),
    [],
    { equals: (a, b) => a.join() === b.join() },
  )
  return (
    <For each={waiting()}>
      {(name) => (
        <Banner
          text={t`${name} waits for its turn: Genesys Cloud takes only so many requests a minute. It goes out within ten seconds of your press, or not at all.`}
        />
      )}
    </For>
  )
}
