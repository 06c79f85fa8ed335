/** The orders about the agent's phone and queues, each on the stage that it needs. */
import { expect } from 'vitest'
import type { Named } from '~/genesys/values'
import type { Order } from './orders'
import type { Scene } from './scene'

const associated = '/api/v2/users/*/station/associatedstation'

async function reception({ read }: Scene): Promise<Named> {
  const { entities } = await read('/stations?name=Reception')
  return entities[0]
}

/** Says of the phone exactly what Genesys Cloud says. */
async function agrees({ phone, read }: Scene) {
  const { station } = await read('/users/me?expand=station')
  const now = phone.own()
  expect([now?.associated?.id, now?.standard?.id, now?.effective?.id]).toEqual([
    station.associatedStation?.id,
    station.defaultStation?.id,
    station.effectiveStation?.id,
  ])
}

async function known(scene: Scene): Promise<string> {
  await scene.phone.read()
  await agrees(scene)
  return scene.desk.me.id
}

let chosen: Named = { id: '', name: '' }
const own = (scene: Scene) => scene.phone.own()?.effective ?? chosen

const mine = (scene: Scene) => scene.mine.list() ?? []
const joined = (scene: Scene) => mine(scene).filter(({ id }) => scene.mine.joined(id)).length

export const phoneOrders: readonly Order[] = [
  {
    name: 'choose a phone',
    called: 'The change of your phone to Reception',
    method: 'PUT',
    path: `${associated}/*`,
    believes: true,
    async prepare(scene) {
      chosen = await reception(scene)
      return known(scene)
    },
    send: ({ phone }) => phone.choose(chosen),
    done: ({ phone }) => phone.own()?.effective?.id === chosen.id,
  },
  {
    name: 'release the phone',
    called: 'The release of Ana Ruiz WebRTC',
    method: 'DELETE',
    path: associated,
    believes: true,
    prepare: known,
    send: (scene) => scene.phone.release(own(scene)),
    done: ({ phone }) => phone.own()?.associated === undefined,
  },
  {
    name: 'leave all queues',
    called: 'Leaving 3 queues',
    method: 'PATCH',
    path: '/api/v2/users/*/queues',
    believes: true,
    unproven: /^Genesys Cloud accepted it\. Leaving 3 queues is not seen in all of them yet/,
    async prepare(scene) {
      await scene.mine.read()
      expect([mine(scene).length, joined(scene)]).toEqual([4, 3])
      return scene.desk.me.id
    },
    send: (scene) => scene.mine.set(mine(scene), false),
    done: (scene) => joined(scene) === 0,
  },
]

/** What no event tells of, or what is like another that is tried in full. */
export const phoneSwitches = {
  known,
  own,
  async withoutDefault(scene: Scene) {
    const id = await known(scene)
    await scene.write('DELETE', '/users/me/station/defaultstation'.replace('me', id), undefined)
    await scene.phone.read()
    return id
  },
  agrees,
}
