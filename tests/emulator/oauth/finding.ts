import { html } from 'hono/html'
import type { Agent } from '../org/organisation'

/** A login page shows no more people than this: among the others one looks. */
const shownMax = 50

/** Whom the login page shows: the first ones, of those whose name or email has what `find` asks for. */
export function shownOf(users: readonly Agent[], find: string | null): readonly Agent[] {
  const wanted = (find ?? '').trim().toLowerCase()
  const fits = ({ name, email }: Agent) =>
    wanted === '' || name.toLowerCase().includes(wanted) || email.includes(wanted)
  return users.filter(fits).slice(0, shownMax)
}

/** Asks for the same page anew; nothing where everybody is shown anyway. */
export function findForm(users: readonly Agent[], query: URLSearchParams) {
  if (users.length <= shownMax) return ''
  const kept = [...query].filter(([name]) => name !== 'find')
  return html`<form method="get" action="/oauth/authorize">
${kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<label>Find a person <input type="search" name="find" value="${query.get('find') ?? ''}"></label>
<button>Find</button>
</form>`
}
