import { createMemo, Index, Show } from 'solid-js'
import { t } from '~/language'
import { duration } from '~/ui/duration'
import type { Conversation } from './conversation'
import styles from './Parties.module.css'
import { type PartyRow, partyRows } from './partywords'

/** More of those who have left are folded away: a call may have seen many hands. */
const most = 4

/** Everybody in a conversation: who they are, what is up with them and since when; and who has been. */
export function Parties(props: { readonly conversation: Conversation; readonly now: number }) {
  const rows = createMemo(() => partyRows(props.conversation))
  const here = () => rows().filter(({ tone }) => tone !== 'gone')
  const gone = () => rows().filter(({ tone }) => tone === 'gone')
  return (
    <>
      <ul class={styles.parties} aria-label={t`Participants`}>
        <Index each={gone().length > most ? here() : rows()}>
          {(row) => <Row row={row()} now={props.now} />}
        </Index>
      </ul>
      <Show when={gone().length > most}>
        <details class={styles.earlier}>
          <summary>{t`${gone().length} who have left`}</summary>
          <ul class={styles.parties} aria-label={t`Those who have left`}>
            <Index each={gone()}>{(row) => <Row row={row()} now={props.now} />}</Index>
          </ul>
        </details>
      </Show>
    </>
  )
}

function Row(props: { readonly row: PartyRow; readonly now: number }) {
  const row = () => props.row
  return (
    <li class={styles.party} data-tone={row().tone}>
      <span class={styles.mark} aria-hidden="true" />
      <b class={styles.name}>{row().name}</b>
      <span class={styles.role}>{row().role}</span>
      <span class={styles.state}>
        {row().state}
        {row().muted ? t`, muted` : ''}
      </span>
      <Show when={row().since}>
        {(since) => <time class={styles.time}>{duration(props.now - since())}</time>}
      </Show>
    </li>
  )
}
