/** Colleagues: whom to show, in which order, and what they do while they are on screen. */
import { batch, createSignal } from 'solid-js'
import { createOrder } from './order'
import { type Colleague, createPages, type ReadPage } from './pages'
import type { Range } from './rows'
import { createSeen, type SeenParts } from './seen'
import type { Show, Sort } from './state'

/** Everybody, those that are marked, or the members of a queue by its id. */
export type Scope = 'all' | 'favourites' | (string & {})

export interface TeamParts extends SeenParts {
  /** Rejects when it cannot be read. */
  readonly read: (
    scope: Scope,
    text: string,
    page: number,
    signal: AbortSignal,
  ) => Promise<ReadPage>
  /** In words for the agent. */
  readonly explain: (error: unknown, scope: Scope) => string
}

export type Team = ReturnType<typeof createTeam>

/** Milliseconds after the last key before a search is sent, and after the last movement of the list. */
const [pause, settling] = [250, 300]
/** Pages of a queue that are read by themselves: so many members can be sorted and filtered. */
const eager = 5
/** Milliseconds after which a list that is opened again is read again. */
const stale = 5 * 60_000

export function createTeam(parts: TeamParts) {
  const { clock } = parts
  const [scope, setScope] = createSignal<Scope>('all')
  const [text, setText] = createSignal('')
  const [show, setShow] = createSignal<Show>('anybody')
  const [sort, setSort] = createSignal<Sort>('name')
  const [trouble, setTrouble] = createSignal<string>()
  /** What the list was asked for by; what is typed beyond that is looked for in what there is. */
  let asked = ''
  let readAt: number | undefined
  let range: Range = { from: 0, to: 0 }
  let isOpen = false
  let [typing, moving] = [() => {}, () => {}]
  const placeOf = new Map<string, number>()

  const seen = createSeen(parts, (id) => {
    const place = placeOf.get(id)
    if (place !== undefined) order.changed(place)
  })
  const pages = createPages({
    read: (page, signal) => parts.read(scope(), asked, page, signal),
    onRead(people) {
      setTrouble(undefined)
      for (const { id, doing } of people) if (doing) seen.note(id, doing)
      for (const [place, one] of pages.places().entries()) if (one) placeOf.set(one.id, place)
      order.grown()
      const next = pages.next()
      const isQueue = scope() !== 'all' && scope() !== 'favourites'
      if (isQueue && next && next <= eager) void pages.read(next)
    },
    onFailed: (error) => setTrouble(parts.explain(error, scope())),
  })
  const order = createOrder(clock, pages.places, (one) => seen.of(one.id), rest)

  /** All of the list is here: no search knows more. */
  const isWhole = () => asked === '' && pages.next() === undefined && !pages.reading()
  const at = (index: number): Colleague | undefined => {
    const rows = order.rows()
    const place = rows ? rows[index] : index
    return place === undefined ? undefined : pages.places()[place]
  }
  const count = () => order.rows()?.length ?? pages.places().length

  /** The list stands still. */
  function rest() {
    moving()
    if (!isOpen) return
    if (!order.rows()) pages.need(range)
    const ids = []
    for (let index = range.from; index < range.to; index++) ids.push(at(index)?.id ?? [])
    seen.show(ids.flat())
  }

  function begin() {
    typing()
    asked = text().trim()
    readAt = clock.now()
    placeOf.clear()
    setTrouble(undefined)
    pages.begin()
    arrange()
  }

  function arrange() {
    const local = asked === '' ? text().trim().toLowerCase() : ''
    order.want({ sort: sort(), show: show(), text: local })
  }

  return {
    ...{ scope, text, show, sort, trouble, count, at },
    now: seen.now,
    seen: seen.of,
    news: seen.news,
    reading: pages.reading,
    total: pages.total,
    /** How many are known of those that there are. */
    known: () => pages.places().reduce((sum, one) => sum + Number(one !== undefined), 0),
    /** They stand in the order of the places: any row can be looked at, read or not. */
    whole: () => !order.rows(),
    next: pages.next,
    moved: order.moved,
    sortAgain: order.sort,
    readMore() {
      const next = pages.next()
      if (next) void pages.read(next)
    },
    readAgain: begin,
    choose(next: Scope) {
      batch(() => {
        setScope(next)
        setText('')
        begin()
      })
    },
    type(next: string) {
      const whole = isWhole()
      setText(next)
      typing()
      if (whole) return arrange()
      typing = clock.after(pause, begin)
    },
    restrict(next: Show) {
      setShow(next)
      arrange()
    },
    by(next: Sort) {
      setSort(next)
      arrange()
    },
    hold: order.hold,
    /** These rows are on screen. */
    look(rows: Range) {
      range = rows
      moving()
      moving = clock.after(settling, rest)
    },
    open() {
      isOpen = true
      if (readAt === undefined || trouble() || clock.now() - readAt >= stale) begin()
    },
    close() {
      isOpen = false
      for (const end of [typing, moving, order.stop, pages.stop, seen.stop]) end()
      // What was on its way was given up.
      if (pages.places().length === 0) readAt = undefined
    },
  }
}
