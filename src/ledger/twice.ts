import { failureOf } from '~/genesys/errors'

/**
 * A browser sends a command again by itself when a connection that it had used before ends without an
 * answer. The second is refused because the first has happened: `isDone` asks the facts.
 */
export async function unlessDone(sent: Promise<unknown>, isDone: () => Promise<boolean>) {
  try {
    await sent
  } catch (error) {
    const { kind } = failureOf(error, 'updateCall')
    if (kind !== 'refused' || !(await isDone().catch(() => false))) throw error
  }
}
