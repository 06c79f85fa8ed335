import { type Clock, systemClock } from '~/clock'
import { createApiHost } from './api/host'
import type { Watch } from './contract/watch'
import { createControlHost } from './control/host'
import { createFaults } from './faults'
import { createCurtain } from './http/curtain'
import { createGateway } from './http/gateway'
import { type Listening, listen } from './http/listen'
import { createJournal } from './journal'
import type { LimitSettings } from './limits/settings'
import { exposedHeaders } from './limits/wire'
import { serveSockets } from './notifications/sockets'
import { defaultRedirectUri } from './oauth/clients'
import { createLoginHost } from './oauth/host'
import type { IntrospectionOptions } from './oauth/introspection'
import type { OrganisationName } from './org/organisation'
import { playScenario, type ScenarioChoice, type ScenarioName } from './scenario/scenario'
import type { Switches } from './switches'
import { createWorld, type World } from './world'

export interface EmulatorOptions {
  /** Ports; 0, or none, takes any free one. */
  readonly loginPort?: number
  readonly apiPort?: number
  readonly socketPort?: number
  readonly controlPort?: number
  /** What people do by themselves. Off unless named. */
  readonly scenario?: ScenarioName | 'off'
  readonly seed?: number
  /** Who and what there is: a dozen people, or ten thousand with a thousand calls. */
  readonly organisation?: OrganisationName
  /** Scales the scenario's pace. */
  readonly speed?: number
  /** Replaces the redirect URIs of `minidesk-local`. */
  readonly redirectUris?: readonly string[]
  readonly clock?: Clock
  /** Readings of what the official documents leave open. */
  readonly switches?: Partial<Switches>
  /** How many requests are taken: the official limits, unless named. */
  readonly limits?: Partial<LimitSettings>
  /** Another server's tokens are good too, if it says so when it is asked here. */
  readonly introspection?: IntrospectionOptions
  /** Looks at everything that is said. */
  readonly watch?: Watch
}

export interface Emulator {
  /** Addresses, such as `http://localhost:4510` and `ws://localhost:4512`. */
  readonly login: string
  readonly api: string
  readonly sockets: string
  readonly control: string
  stop(): Promise<void>
}

const defaultSeed = 1

/** A local Genesys Cloud on loopback: login host, API, notifications and controls. */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const { clock = systemClock, seed = defaultSeed, speed = 1, scenario = 'off' } = options
  const faults = createFaults(clock)
  const journal = createJournal(clock)
  const curtain = createCurtain()
  const listening: Listening[] = []
  let world: World
  let endScenario = () => {}

  const current = () => world
  function makeWorld(from: number, organisation = options.organisation): World {
    const redirectUris = options.redirectUris ?? [defaultRedirectUri]
    const { watch, switches, limits, introspection } = options
    return createWorld({
      clock,
      seed: from,
      redirectUris,
      login,
      sockets,
      ...(organisation && { organisation }),
      ...(switches && { switches }),
      ...(limits && { limits }),
      ...(introspection && { introspection }),
      ...(watch && { watch }),
    })
  }
  function play(choice: ScenarioChoice | 'off'): void {
    endScenario()
    endScenario = choice === 'off' ? () => {} : playScenario(world, choice)
  }
  function reset(from: number = seed, organisation?: OrganisationName): void {
    endScenario()
    endScenario = () => {}
    world.close()
    world = makeWorld(from, organisation)
    faults.clear()
    curtain.fall()
    journal.clear()
  }
  async function stop(): Promise<void> {
    endScenario()
    world?.close()
    curtain.fall()
    await Promise.all(listening.map((one) => one.stop()))
  }
  async function open(listener: Parameters<typeof listen>[0], port = 0): Promise<Listening> {
    const one = await listen(listener, port)
    listening.push(one)
    return one
  }

  const gateway = {
    clock,
    journal,
    faults,
    curtain,
    serverTime: () => clock.now() + world.skew.ms,
    exposedHeaders: () =>
      world.switches.exposedHeaders === 'none' ? [] : exposedHeaders(world.limits),
  }
  const loginHost = createGateway({ ...gateway, host: createLoginHost(current) })
  const apiHost = createGateway({ ...gateway, host: createApiHost(current), watch: options.watch })
  const controlHost = createControlHost({
    world: current,
    faults,
    journal,
    seed,
    speed,
    reset,
    playScenario: play,
  })
  let login = ''
  let sockets = ''
  try {
    const logins = await open(loginHost, options.loginPort)
    const apis = await open(apiHost, options.apiPort)
    const socket = await open(
      (_request, response) => response.writeHead(404).end(),
      options.socketPort,
    )
    const controls = await open(controlHost, options.controlPort)
    login = `http://localhost:${logins.port}`
    sockets = `ws://localhost:${socket.port}`
    world = makeWorld(seed)
    serveSockets(socket.servers, () => world.channels)
    if (scenario !== 'off') play({ name: scenario, seed, speed })
    const control = `http://localhost:${controls.port}`
    return { login, api: `http://localhost:${apis.port}`, sockets, control, stop }
  } catch (error) {
    await Promise.all(listening.map((one) => one.stop()))
    throw error
  }
}
