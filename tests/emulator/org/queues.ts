export type QueueWrapupPrompt =
  | 'MANDATORY'
  | 'OPTIONAL'
  | 'MANDATORY_TIMEOUT'
  | 'MANDATORY_FORCED_TIMEOUT'
  | 'AGENT_REQUESTED'

export interface QueuePlan {
  readonly name: string
  readonly description: string
  readonly wrapupPrompt: QueueWrapupPrompt
  /** Only with the prompts that time out. */
  readonly wrapupTimeoutMs?: number
  readonly alertingTimeoutSeconds: number
  readonly codes: readonly string[]
}

/** The queues of the default organisation, each with the wrap-up its work calls for. */
export const queuePlans: readonly QueuePlan[] = [
  {
    name: 'Billing',
    description: 'Invoices, payments and refunds',
    wrapupPrompt: 'MANDATORY',
    alertingTimeoutSeconds: 20,
    codes: [
      'Invoice explained',
      'Payment taken',
      'Payment plan agreed',
      'Refund granted',
      'Refund refused',
      'Address changed',
      'Escalated to team lead',
      'Caller hung up',
    ],
  },
  {
    name: 'Repairs',
    description: 'Faults and appointments',
    wrapupPrompt: 'MANDATORY',
    alertingTimeoutSeconds: 20,
    codes: [
      'Solved by phone',
      'Appointment made',
      'Appointment moved',
      'Spare part ordered',
      'No fault found',
      'Caller hung up',
    ],
  },
  {
    name: 'Sales',
    description: 'New contracts and upgrades',
    wrapupPrompt: 'OPTIONAL',
    alertingTimeoutSeconds: 20,
    codes: ['Sold', 'Offer sent', 'Call again', 'Not interested', 'Caller hung up'],
  },
  {
    name: 'Returns',
    description: 'Returned goods',
    wrapupPrompt: 'MANDATORY_TIMEOUT',
    wrapupTimeoutMs: 30_000,
    alertingTimeoutSeconds: 20,
    codes: [
      'Return label sent',
      'Exchange arranged',
      'Return refused',
      'Parcel traced',
      'Caller hung up',
    ],
  },
  {
    name: 'Enterprise Customers – Europe, Middle East & Africa',
    description: 'Key accounts',
    wrapupPrompt: 'MANDATORY_FORCED_TIMEOUT',
    wrapupTimeoutMs: 20_000,
    alertingTimeoutSeconds: 30,
    codes: [
      'Handled',
      'Passed to account manager',
      'Contract question',
      'Complaint',
      'Caller hung up',
    ],
  },
  {
    name: 'Loyalty',
    description: 'Long-standing customers',
    wrapupPrompt: 'AGENT_REQUESTED',
    wrapupTimeoutMs: 30_000,
    alertingTimeoutSeconds: 20,
    codes: ['Thanked', 'Discount given', 'Contract renewed', 'Notice withdrawn', 'Caller hung up'],
  },
]
