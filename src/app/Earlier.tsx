import { Show } from 'solid-js'
import { t } from '~/language'
import styles from '~/notices/Notices.module.css'
import { PastNotices } from '~/notices/PastNotices'
import { Icon } from '~/ui/Icon'
import { Popup } from '~/ui/Popup'
import type { Desk } from './desk'
import { ForAdministrator } from './ForAdministrator'
import { LastCommands } from './LastCommands'

/** What was said and what was ordered before, to be read again. */
export function Earlier(props: { readonly desk: Desk; readonly class?: string }) {
  const { notices, commands } = props.desk
  return (
    <Show when={notices.past().length + commands().length > 0}>
      <Popup
        name={t`Earlier notices`}
        class={props.class}
        button={
          <>
            <Icon name="bell" />
            <span class="sr">{t`Earlier notices`}</span>
          </>
        }
      >
        <div class={styles.earlier}>
          <Show
            when={notices.past().length > 0}
            fallback={<p>{t`There were no notices since this page was opened.`}</p>}
          >
            <PastNotices notices={notices} copy={(line) => <ForAdministrator line={line} />} />
          </Show>
          <details>
            <summary>{t`Last commands`}</summary>
            <LastCommands commands={commands()} />
          </details>
        </div>
      </Popup>
    </Show>
  )
}
