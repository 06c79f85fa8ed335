import cardStyles from '~/conversations/ConversationCard.module.css'
import listStyles from '~/conversations/ConversationList.module.css'
import { type Conversation, compare, fromWire } from '~/conversations/conversation'
import { aboutLine, phaseWords } from '~/conversations/words'
import type { Conversation as Wire } from '~/genesys/wire'
import { duration } from '~/ui/duration'
import type { List } from './list'

interface Row {
  shown: Conversation
  readonly item: HTMLLIElement
  readonly card: HTMLElement
  readonly name: Text
  readonly state: Text
  readonly about: Text
  readonly time: Text
}

const template = document.createElement('template')
template.innerHTML = `<li><article class="${cardStyles.card}">
  <span class="${cardStyles.channel}"><svg aria-hidden="true"><use href="#"></use></svg></span>
  <a class="${cardStyles.name}"> </a><span class="${cardStyles.state}"> </span>
  <span class="${cardStyles.about}"> </span><time class="${cardStyles.time}"> </time>
</article></li>`

/** The least that shows the same: nodes that are kept, and texts that are set when they are others. */
export function drawByHand(host: HTMLElement, me: string): List {
  let now = Date.now()
  const list = document.createElement('ul')
  list.className = listStyles.list ?? ''
  host.append(list)
  const rows = new Map<string, Row>()

  function make(one: Conversation): Row {
    const item = template.content.firstElementChild?.cloneNode(true) as HTMLLIElement
    const part = (selector: string) => item.querySelector(selector)?.firstChild as Text
    const [state, about] = [...item.querySelectorAll('article > span:not(:first-child)')]
    const row: Row = {
      shown: one,
      item,
      card: item.firstElementChild as HTMLElement,
      name: part('a'),
      state: state?.firstChild as Text,
      about: about?.firstChild as Text,
      time: part('time'),
    }
    const link = item.querySelector('a') as HTMLAnchorElement
    link.href = `#/conversations/${one.id}`
    draw(row, one)
    return row
  }

  function draw(row: Row, one: Conversation) {
    row.shown = one
    if (row.card.dataset.state !== one.phase) row.card.dataset.state = one.phase
    set(row.name, one.customer.name)
    set(row.state, phaseWords[one.phase])
    set(row.about, aboutLine(one, undefined))
    set(row.time, duration(now - one.since))
  }

  function put(wire: Wire) {
    const before = rows.get(wire.id ?? '')
    const one = fromWire(wire, { me, now, ...(before ? { before: before.shown } : {}) })
    if (!one) return
    if (one.phase === 'over') {
      before?.item.remove()
      return void rows.delete(one.id)
    }
    const isMoved = before?.shown.phase !== one.phase || before.shown.since !== one.since
    if (before) draw(before, one)
    const row = before ?? make(one)
    rows.set(one.id, row)
    if (!isMoved) return
    const next = [...rows.values()].find((other) => other !== row && compare(one, other.shown) < 0)
    list.insertBefore(row.item, next?.item ?? null)
  }

  /** As the desk's timers, once a second. */
  const ticking = setInterval(() => {
    now = Date.now()
    for (const { time, shown } of rows.values()) set(time, duration(now - shown.since))
  }, 1000)

  return {
    replace: (wires) => wires.forEach(put),
    apply: put,
    remove() {
      clearInterval(ticking)
      list.remove()
    },
  }
}

function set(node: Text, text: string) {
  if (node.data !== text) node.data = text
}
