import type { AgentFacts, QueueFacts, WrapupPrompt } from '../conversation/call'
import type { Agent, Queue } from '../org/organisation'
import type { QueueWrapupPrompt } from '../org/queues'

/** A queue's settings and a participant spell the same rule differently. */
const prompts: Record<QueueWrapupPrompt, WrapupPrompt> = {
  MANDATORY: 'mandatory',
  OPTIONAL: 'optional',
  MANDATORY_TIMEOUT: 'timeout',
  MANDATORY_FORCED_TIMEOUT: 'forcedTimeout',
  AGENT_REQUESTED: 'agentRequested',
}

/** What a call carries of its queue. */
export function queueFacts(queue: Queue): QueueFacts {
  const { id, name, number, alertingTimeoutMs, wrapupTimeoutMs } = queue
  return {
    id,
    name,
    number,
    alertingTimeoutMs,
    wrapupPrompt: prompts[queue.wrapupPrompt],
    ...(wrapupTimeoutMs !== undefined && { wrapupTimeoutMs }),
  }
}

/** What a call carries of an agent. */
export function agentFacts({ id, name, phone }: Agent): AgentFacts {
  return { id, name, number: phone }
}
