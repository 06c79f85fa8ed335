import { createSignal, createUniqueId, For, type JSX, onCleanup, onMount, Show } from 'solid-js'
import type { SystemPresence } from '~/genesys/presence'
import type { Named } from '~/genesys/values'
import { locale, t } from '~/language'
import { Button } from '~/ui/Button'
import { Pane, Room } from '~/ui/Room'
import { SearchBox } from '~/ui/SearchBox'
import { PeopleList } from './PeopleList'
import type { RowProps } from './PersonRow'
import { mostListed } from './pages'
import type { Show as Shown, Sort } from './state'
import styles from './TeamView.module.css'
import { presenceWords } from './words'

const clockTime = new Intl.DateTimeFormat(locale(), { timeStyle: 'short' })

const shows: readonly Shown[] = [
  ...(['anybody', 'onqueue', 'available', 'busy', 'meeting', 'training'] as const),
  ...(['away', 'break', 'meal', 'offline'] as const),
]
const showWords: Readonly<Record<Shown, string>> = { ...presenceWords, anybody: t`Anybody` }
const sortWords: Readonly<Record<Sort, string>> = {
  name: t`Name`,
  state: t`State`,
  time: t`Longest in their state`,
}
const sorts: readonly Sort[] = ['name', 'state', 'time']

interface Props extends Omit<RowProps, 'dot'> {
  readonly dot: (presence: SystemPresence) => JSX.Element
  /** The agent's own queues; rejects with words for the agent. */
  readonly queues: () => Promise<readonly Named[]>
  /** How far this machine's clock is ahead of Genesys Cloud's, in milliseconds. */
  readonly ahead: number
}

/** Whoever else works here: whom to show, and the list of them. */
export function TeamView(props: Props) {
  const { team } = props
  let head!: HTMLDivElement
  const [queues, setQueues] = createSignal<readonly Named[]>([])
  onMount(() => {
    team.open()
    props.queues().then(setQueues, () => {})
  })
  onCleanup(team.close)

  const toSearch = () => head.querySelector<HTMLElement>('input')?.focus()
  function toList(event: KeyboardEvent) {
    if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
    if (!(event.target instanceof HTMLInputElement) || event.isComposing) return
    event.preventDefault()
    const first = head.parentElement?.querySelector<HTMLElement>('li [tabindex="0"]')
    first?.focus()
  }

  const counted = () => {
    const [count, total, known] = [team.count(), team.total() ?? 0, team.known()]
    if (team.whole()) {
      if (total > mostListed)
        return t`The first ${mostListed} of ${total} colleagues. Type a name for the others.`
      return count === 1 ? t`1 colleague` : t`${count} colleagues`
    }
    if (team.next() === undefined) return t`${count} of ${known} colleagues`
    return t`${count} of the ${known} colleagues that were read`
  }
  const nothing = () => {
    if (team.count() > 0 || team.trouble()) return undefined
    if (team.reading()) return t`Colleagues are being read…`
    if (team.text().trim()) return t`Nobody is called “${team.text().trim()}” here.`
    return team.scope() === 'favourites' && team.show() === 'anybody'
      ? t`No favourites yet: mark a colleague with the star.`
      : t`Nobody here.`
  }
  const asOf = () => {
    const news = team.news()
    return typeof news === 'object' ? clockTime.format(news.asOf + props.ahead) : undefined
  }

  return (
    <Room title={t`Colleagues`}>
      <Pane>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows move the focus, which sits in what is inside. */}
        <div ref={head} class={styles.head} onKeyDown={toList}>
          <Choice
            name={t`Group`}
            value={team.scope()}
            options={[
              ['all', t`Everybody`],
              ['favourites', t`Favourites`],
              ...queues().map(({ id, name }) => [id, name] as const),
            ]}
            onChoose={team.choose}
          />
          <Choice
            name={t`Show`}
            value={team.show()}
            options={shows.map((one) => [one, showWords[one]])}
            onChoose={(value) => team.restrict(shows.find((one) => one === value) ?? 'anybody')}
          />
          <Choice
            name={t`Sort by`}
            value={team.sort()}
            options={sorts.map((one) => [one, sortWords[one]])}
            onChoose={(value) => team.by(sorts.find((one) => one === value) ?? 'name')}
          />
          <div class={styles.search}>
            <SearchBox
              name={t`Find a colleague`}
              placeholder={t`Name`}
              value={team.text()}
              busy={team.reading()}
              onInput={team.type}
            />
          </div>
        </div>
        <div class={styles.news}>
          <p role="status">{nothing() ?? (team.count() > 0 ? counted() : '')}</p>
          <Show when={team.news() === 'live'}>
            <p class={styles.live}>{t`Live`}</p>
          </Show>
          <Show when={asOf()}>
            {(at) => <p role="status" class={styles.old}>{t`Not live: as of ${at()}`}</p>}
          </Show>
          <Show when={team.moved() > 0}>
            <Button onClick={team.sortAgain}>
              {team.moved() === 1
                ? t`1 changed – sort again`
                : t`${team.moved()} changed – sort again`}
            </Button>
          </Show>
        </div>
        <Show when={team.trouble()}>
          {(why) => (
            <div role="alert" class={styles.trouble}>
              <p>
                {t`Colleagues could not be read.`} {why()}
              </p>
              <Button onClick={team.readAgain}>{t`Read again`}</Button>
            </div>
          )}
        </Show>
        <PeopleList {...props} onAbove={toSearch} />
        <Show when={!team.whole() && team.next() !== undefined && !team.trouble()}>
          <div class={styles.more}>
            <Button busy={team.reading()} onClick={team.readMore}>{t`Read more colleagues`}</Button>
          </div>
        </Show>
      </Pane>
    </Room>
  )
}

function Choice(props: {
  readonly name: string
  readonly value: string
  readonly options: readonly (readonly [value: string, word: string])[]
  readonly onChoose: (value: string) => void
}) {
  const id = createUniqueId()
  return (
    <div class={styles.choice}>
      <label for={id}>{props.name}</label>
      <select
        id={id}
        class={styles.select}
        onInput={(event) => props.onChoose(event.currentTarget.value)}
      >
        <For each={props.options}>
          {([value, word]) => (
            <option value={value} selected={value === props.value}>
              {word}
            </option>
          )}
        </For>
      </select>
    </div>
  )
}
