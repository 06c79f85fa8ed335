import { estimatedWait, waitingFor } from '../routing/waits'
import { type Ask, type Handler, ok, param, queueFor } from './ask'
import { Refused } from './errors'

const intents = ['CALL', 'CALLBACK', 'CHAT', 'EMAIL', 'SOCIALEXPRESSION', 'VIDEOCOMM', 'MESSAGE']

/** UNSURE in the official documents: while nobody is on queue there is no prediction. */
function predict(ask: Ask, intent: string, formula: string, ahead: number) {
  const seconds = estimatedWait(queueFor(ask).id, ahead, ask.world)
  const prediction = { intent, formula, estimatedWaitTimeSeconds: seconds }
  return ok({ results: seconds === undefined ? [] : [prediction] })
}

export const waitHandlers = {
  getRoutingQueueEstimatedwaittime(ask) {
    const waiting = waitingFor(queueFor(ask).id, ask.world)
    const conversationId = ask.query.get('conversationId')
    if (conversationId === null) return predict(ask, 'ALL', 'SIMPLE', waiting.length)
    const ahead = waiting.findIndex(({ id }) => id === conversationId)
    if (ahead < 0) throw new Refused('resource.not.found')
    return predict(ask, 'CALL', 'POSITION-IN-QUEUE', ahead)
  },
  getRoutingQueueMediatypeEstimatedwaittime(ask) {
    const intent = param(ask, 'mediaType').toUpperCase()
    if (!intents.includes(intent)) {
      throw new Refused('invalid.value', param(ask, 'mediaType'), 'mediaType', intents.join(', '))
    }
    const waiting = intent === 'CALL' ? waitingFor(queueFor(ask).id, ask.world) : []
    return predict(ask, intent, 'SIMPLE', waiting.length)
  },
} satisfies Record<string, Handler>
