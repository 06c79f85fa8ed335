import type { SystemPresence } from '~/genesys/presence'
import styles from './Dot.module.css'

/** Presence as a shape and a colour; the word always stands beside it. */
export function Dot(props: { readonly system: SystemPresence | undefined }) {
  return <span class={styles.dot} data-system={props.system ?? 'other'} aria-hidden="true" />
}
