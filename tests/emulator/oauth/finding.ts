import { html } from 'hono/html'

/** Somebody who may be chosen. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly title: string
  readonly email?: string
}

/** A page shows no more people than this: among the others one looks. */
const shownMax = 50

/** Whom a page shows: the first ones, of those whose name or email has what `find` asks for. */
export function shownOf(people: readonly Person[], find: string | null): readonly Person[] {
  const wanted = (find ?? '').trim().toLowerCase()
  const fits = ({ name, email = '' }: Person) =>
    wanted === '' || name.toLowerCase().includes(wanted) || email.includes(wanted)
  return people.filter(fits).slice(0, shownMax)
}

/** Asks for the same page anew; nothing where everybody is shown anyway. */
export function findForm(people: readonly Person[], query: URLSearchParams) {
  if (people.length <= shownMax) return ''
  const kept = [...query].filter(([name]) => name !== 'find')
  return html`<form method="get" role="search">
${kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<label>Find a person <input type="search" name="find" value="${query.get('find') ?? ''}"></label>
<button>Find</button>
</form>`
}
