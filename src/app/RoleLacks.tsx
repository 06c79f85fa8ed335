import { For } from 'solid-js'
import { lackFor } from '~/genesys/allowed'
import { forbidden } from '~/genesys/forbidden'
import type { OperationName } from '~/genesys/operations'
import type { Desk } from './desk'
import { ForAdministrator } from './ForAdministrator'

/** What the role does not admit of a part of the desk: for the agent in words, for the administrator a line. */
export function RoleLacks(props: {
  readonly desk: Desk
  readonly operations: readonly OperationName[]
}) {
  const { me, means } = props.desk
  const lacking = () => {
    const all = props.operations.flatMap((operation) => {
      const missing = lackFor(operation, me.permissions)
      const refused = { kind: 'refused', outcome: 'refused', status: 403 } as const
      const words =
        missing &&
        forbidden(
          { ...refused, operation, missing, code: 'unknown', message: '' },
          means.clock.now(),
        )
      return words ?? []
    })
    // Two operations that need the same are one lack.
    return [...new Map(all.map((one) => [one.words, one])).values()]
  }
  return (
    <For each={lacking()}>
      {({ words, forAdministrator }) => (
        <p>
          {words} <ForAdministrator line={forAdministrator} />
        </p>
      )}
    </For>
  )
}
