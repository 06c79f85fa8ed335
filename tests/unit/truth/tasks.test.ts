import { describeOrders } from './matrix'
import { orders } from './orders'

const verbs = ['answer', 'decline', 'hold', 'resume', 'mute', 'unmute', 'end']

describeOrders(orders.filter(({ name }) => !verbs.includes(name)))
