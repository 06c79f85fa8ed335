/** Orders that are tried for this alone: that they are sent once. */
import type { CallCommands } from '~/conversations/commands'
import type { Destination } from '~/transfer/destination'
import type { Intent } from '~/transfer/transfer'
import { contacts } from '../../emulator/org/contacts'
import { pathPattern } from '../../emulator/wildcards'
import { connected, one } from './orders'
import { phoneSwitches } from './phoneorders'
import type { Scene } from './scene'

interface OnceOrder {
  readonly name: string
  readonly method: string
  readonly path: string
  prepare(scene: Scene): Promise<string>
  send(scene: Scene, id: string): void
  /** Whether this request is it. */
  isIt(request: { readonly method: string; readonly path: string }): boolean
}

const participant = '/api/v2/conversations/*/participants/*'
const call = '/api/v2/conversations/calls/*'

function order(
  name: string,
  method: string,
  path: string,
  send: OnceOrder['send'],
  prepare: OnceOrder['prepare'] = quietly,
): OnceOrder {
  const fits = pathPattern(path)
  const isIt: OnceOrder['isIt'] = (request) => request.method === method && fits(request.path)
  return { name, method, path, prepare, send, isIt }
}

/** With no transfer being prepared. */
async function quietly(scene: Scene) {
  const id = await connected(scene)
  scene.transfers.close(id)
  return id
}

type Verb = Parameters<CallCommands['change']>[0]

const change = (verb: Verb) => (scene: Scene, id: string) =>
  scene.calls.change(verb, one(scene, id))

const after = (verb: Verb) => async (scene: Scene) => {
  const id = await quietly(scene)
  change(verb)(scene, id)
  await scene.pass(20)
  return id
}

const to = (destination: Destination, as: Intent) => (scene: Scene, id: string) =>
  void scene.transfers.send(one(scene, id), destination, as)

const number = { kind: 'number', id: '+493055500177', name: '+49 30 55500177' } as const
const [known] = contacts
const contact = {
  kind: 'contact',
  id: known?.id ?? '',
  phoneType: 'WorkPhone',
  name: known?.name ?? '',
  number: known?.phones.WorkPhone ?? '',
} as const

async function queueId(scene: Scene, called: string): Promise<string> {
  const { queues } = await scene.control('GET', '/state')
  return queues.find(({ name }: { name: string }) => name === called)?.id
}

const repairs = async (scene: Scene): Promise<Destination> => ({
  kind: 'queue',
  id: await queueId(scene, 'Repairs'),
  name: 'Repairs',
})

/** The queue that leaves after-call work to its agents. */
async function joinLoyalty(scene: Scene) {
  const { me } = scene.desk
  const add = ['routing:queue:edit', 'routing:queueMember:manage']
  await scene.control('POST', `/users/${me.id}/permissions`, { add })
  await scene.write('POST', `/routing/queues/${await queueId(scene, 'Loyalty')}/members`, [
    { id: me.id },
  ])
}

const toRepairs = (as: Intent) => (scene: Scene, id: string) =>
  void repairs(scene).then((queue) => scene.transfers.send(one(scene, id), queue, as))

const standard = '/api/v2/users/*/station/defaultstation'

export const onceOrders: readonly OnceOrder[] = [
  order(
    'a default phone',
    'PUT',
    `${standard}/*`,
    (scene) => scene.phone.makeDefault(phoneSwitches.own(scene)),
    phoneSwitches.withoutDefault,
  ),
  order(
    'no default phone',
    'DELETE',
    standard,
    (scene) => scene.phone.clearDefault(phoneSwitches.own(scene)),
    phoneSwitches.known,
  ),
  order('flag', 'PUT', `${participant}/flaggedreason`, change('flag')),
  order('unflag', 'DELETE', `${participant}/flaggedreason`, change('unflag'), after('flag')),
  order('secure pause', 'PUT', `${call}/recordingstate`, change('pause-recording')),
  order(
    'after-call work',
    'PATCH',
    '/api/v2/conversations/aftercallwork/*/participants/*/communications/*',
    change('request-acw'),
    async (scene) => {
      await joinLoyalty(scene)
      const id = await connected(scene, 'Loyalty')
      scene.transfers.close(id)
      return id
    },
  ),
  order('digits', 'POST', `${participant}/digits`, (scene, id) => {
    const { mine } = one(scene, id)
    void scene.calls.digits(id, mine?.participantId ?? '', '12#', scene.clock.now())
  }),
  order('out of office', 'PUT', '/api/v2/users/*/outofoffice', ({ status }) =>
    status.absence.begin(undefined),
  ),
  order(
    'a new call',
    'POST',
    '/api/v2/conversations/calls',
    (scene) => void scene.dial.call(number),
  ),
  order(
    'a note',
    'PATCH',
    `${participant}/attributes`,
    (scene, id) => {
      scene.transfers.write(id, 'Wants a plumber')
      toRepairs('transfer')(scene, id)
    },
    connected,
  ),
  order(
    'transfer to a contact',
    'POST',
    `${participant}/replace/contact/external`,
    to(contact, 'transfer'),
    connected,
  ),
  order(
    'consult with a contact',
    'POST',
    `${call}/participants/*/consult/contact/external`,
    to(contact, 'consult'),
    connected,
  ),
  order(
    'consult with a number',
    'POST',
    `${call}/participants/*/voice/consult`,
    to(number, 'consult'),
    connected,
  ),
  order(
    'consult with a queue',
    'POST',
    `${call}/participants/*/consult/queue`,
    toRepairs('consult'),
    connected,
  ),
]
