import type { Agent } from '../org/organisation'
import { type Skill, skills } from '../org/skills'
import { type Handler, ok } from './ask'
import { listOf, page } from './paging'

const uriOf = (id: string) => `/api/v2/routing/skills/${id}`

export function toSkill({ id, name }: Skill) {
  return { id, name, state: 'active', version: '1', selfUri: uriOf(id) }
}

export function toUserSkills({ id: userId, skills: own }: Pick<Agent, 'id' | 'skills'>) {
  return own.map(({ id, name, proficiency }) => ({
    ...{ id, name, proficiency, state: 'active', skillUri: uriOf(id) },
    selfUri: `/api/v2/users/${userId}/routingskills/${id}`,
  }))
}

export const skillHandlers = {
  getRoutingSkills({ path, query }) {
    const [ids, begin] = [listOf(query, 'id'), query.get('name')?.toLowerCase() ?? '']
    const found = skills.filter(
      ({ id, name }) =>
        name.toLowerCase().startsWith(begin) && (ids.length === 0 || ids.includes(id)),
    )
    return ok(page(found, path, query, toSkill))
  },
} satisfies Record<string, Handler>
