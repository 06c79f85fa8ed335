import { BadSwitch, setSwitches } from '../switches'
import { BadAsk, type ControlAsk, type ControlRoute } from './ask'

function turn({ world, body }: ControlAsk) {
  const { switches } = world()
  try {
    setSwitches(switches, body)
  } catch (error) {
    if (error instanceof BadSwitch) throw new BadAsk(error.message, error.field)
    throw error
  }
  return { status: 200, body: switches }
}

/** Readings of what the official documents leave open: until the reset. */
export const switchRoutes: readonly ControlRoute[] = [
  {
    method: 'GET',
    path: '/switches',
    answer: ({ world }) => ({ status: 200, body: world().switches }),
  },
  { method: 'POST', path: '/switches', answer: turn },
]
