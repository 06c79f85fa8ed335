import { parseArgs } from 'node:util'
import { isSafeRedirect } from './oauth/request'
import { isOrganisationName, organisationNames } from './org/organisation'
import { isScenarioName, scenarioNames } from './scenario/scenario'
import type { EmulatorOptions } from './server'
import { defaultSwitches, type Switches, setSwitches } from './switches'

const standardPorts = { login: 4510, api: 4511, socket: 4512, control: 4513 } as const

/** A flag or variable that cannot be understood. */
export class BadFlag extends Error {}

function number(text: string, name: string, isFit: (value: number) => boolean): number {
  const value = Number(text)
  if (text.trim() === '' || !isFit(value)) throw new BadFlag(`${name} cannot be ${text}`)
  return value
}

function port(
  which: keyof typeof standardPorts,
  flag: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): number {
  const variable = `MINIDESK_${which.toUpperCase()}_PORT`
  const text = flag ?? env[variable]
  if (text === undefined || text === '') return standardPorts[which]
  const name = flag === undefined ? variable : `--${which}-port`
  return number(text, name, (value) => Number.isInteger(value) && value >= 0 && value <= 65_535)
}

/** `NAME=VALUE`, as `--switch` has it. */
function readSwitches(texts: readonly string[]): Partial<Switches> {
  const switches: Switches = { ...defaultSwitches }
  for (const text of texts) {
    const [name = '', value = ''] = text.split('=')
    const meant = value === 'true' || value === 'false' ? value === 'true' : value
    try {
      setSwitches(switches, { [name]: meant })
    } catch (error) {
      throw new BadFlag(`--switch ${text}: ${error instanceof Error ? error.message : error}`)
    }
  }
  return switches
}

/** The options meant by the command line and the environment; the command line wins. */
export function readFlags(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): EmulatorOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      'login-port': { type: 'string' },
      'api-port': { type: 'string' },
      'socket-port': { type: 'string' },
      'control-port': { type: 'string' },
      scenario: { type: 'string' },
      seed: { type: 'string' },
      organisation: { type: 'string' },
      speed: { type: 'string' },
      'redirect-uri': { type: 'string', multiple: true },
      switch: { type: 'string', multiple: true },
      'rate-limit': { type: 'string' },
    },
  })
  const { scenario = 'off', seed, speed, organisation, 'redirect-uri': redirectUris } = values
  const limit = values['rate-limit']
  if (scenario !== 'off' && !isScenarioName(scenario)) {
    throw new BadFlag(`--scenario must be one of ${scenarioNames.join(', ')}, off`)
  }
  if (organisation !== undefined && !isOrganisationName(organisation)) {
    throw new BadFlag(`--organisation must be one of ${organisationNames.join(', ')}`)
  }
  const unsafe = redirectUris?.find((uri) => !isSafeRedirect(uri))
  if (unsafe) throw new BadFlag(`--redirect-uri must be https, or http on loopback: ${unsafe}`)
  return {
    loginPort: port('login', values['login-port'], env),
    apiPort: port('api', values['api-port'], env),
    socketPort: port('socket', values['socket-port'], env),
    controlPort: port('control', values['control-port'], env),
    scenario,
    ...(seed !== undefined && {
      seed: number(seed, '--seed', (value) => Number.isInteger(value) && value >= 0),
    }),
    ...(speed !== undefined && { speed: number(speed, '--speed', (value) => value > 0) }),
    ...(organisation && { organisation }),
    ...(redirectUris && { redirectUris }),
    ...(limit !== undefined && {
      limits: { token: number(limit, '--rate-limit', (n) => Number.isInteger(n) && n > 0) },
    }),
    ...(values.switch && { switches: readSwitches(values.switch) }),
  }
}
