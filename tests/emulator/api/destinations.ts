import type { Destination } from '../conversation/transfer'
import { type Fields, text } from '../http/json'
import { contacts, isPhoneType, phoneTypes } from '../org/contacts'
import { agentFacts, queueFacts } from '../routing/facts'
import type { Ask } from './ask'
import { Refused } from './errors'

/** Why a body names no destination: it says nothing, it names no queue, nobody, or no number at all. */
export type Missing = 'nothing' | 'unknown queue' | 'unknown' | 'no number'

/** Finds the destination that a body names. */
export type Seek = (ask: Ask, body: Fields) => Destination | Missing

export const toQueue: Seek = ({ world }, body) => {
  const id = text(body, 'queueId')
  const name = text(body, 'queueName')
  if (!id && !name) return 'nothing'
  const queue = world.org.queues.find((one) => (id ? one.id === id : one.name === name))
  return queue ? { queue: queueFacts(queue) } : 'unknown queue'
}

export const toAgent: Seek = ({ world }, body) => {
  const id = text(body, 'userId')
  const name = text(body, 'userName')
  if (!id && !name) return 'nothing'
  const user = world.org.users.find((one) => (id ? one.id === id : one.email === name))
  return user ? { agent: agentFacts(user) } : 'unknown'
}

/** Whether an address is a number or a SIP address. */
export function isDialable(address: string): boolean {
  if (/^sip:[^\s@]+@[^\s@]+$/i.test(address)) return true
  const digits = address.replaceAll(/\D/g, '').length
  return /^\+?[\d\s()./-]+$/.test(address) && digits >= 2 && digits <= 20
}

function addressIn(body: Fields): string {
  return (text(body, 'address') ?? '').trim().replace(/^tel:\s*/i, '')
}

export const toAddress: Seek = (_ask, body) => {
  const address = addressIn(body)
  if (!address) return 'nothing'
  return isDialable(address) ? { address } : 'no number'
}

/** "User's name, queue's name, destination's address or phone number." */
export const toNamed: Seek = (ask, body) => {
  const { queues, users } = ask.world.org
  const address = addressIn(body).toLowerCase()
  const isMeant = (...names: string[]) => names.some((name) => name.toLowerCase() === address)
  const queue = queues.find(({ name, number }) => isMeant(name, number))
  if (queue) return { queue: queueFacts(queue) }
  const user = users.find(({ name, email, phone }) => isMeant(name, email, phone))
  return user ? { agent: agentFacts(user) } : toAddress(ask, body)
}

export const toContact: Seek = (_ask, body) => {
  const { contactId, phoneType } = body
  if (typeof contactId !== 'string' || contactId === '') return 'nothing'
  if (!isPhoneType(phoneType)) {
    throw new Refused('invalid.value', String(phoneType), 'phoneType', phoneTypes.join(', '))
  }
  const contact = contacts.find(({ id }) => id === contactId)
  if (!contact) return 'unknown'
  const address = contact.phones[phoneType]
  return address === undefined ? 'no number' : { address, name: contact.name, contactId }
}
