import { createSignal, For, onCleanup, Show } from 'solid-js'
import { t } from '~/language'
import { keptLanguage, keptLook } from '~/storage/look'
import type { Settings } from '~/storage/settings'
import type { Shelf } from '~/storage/storage'
import { Button } from '~/ui/Button'
import styles from './Section.module.css'
import { type Stored, storedFrom } from './stored'
import { amountOf, storedWords } from './storedwords'

/** What the browser has of the desk by now, until when, and what of it can be deleted. */
export function StoredSection(props: {
  readonly storage: Shelf
  /** The organization and the user. */
  readonly owner: string
  readonly settings: Settings
}) {
  const { storage, settings } = props
  const [asked, setAsked] = createSignal(false)
  const [said, setSaid] = createSignal('')
  const [stored, setStored] = createSignal<readonly Stored[]>()

  async function look() {
    const keys = await storage.keys()
    const entries = keys.map(async (key) => [key, await storage.read(key)] as const)
    setStored(storedFrom(await Promise.all(entries), props.owner))
  }
  void look()
  onCleanup(settings.follow(() => void look()))

  async function deleteCache() {
    for (const key of await storage.keys()) if (key.startsWith('cache:')) await storage.remove(key)
    setSaid(t`The cache is deleted.`)
    void look()
  }

  async function deleteSettings() {
    setAsked(false)
    await settings.forget()
    setSaid(t`Your settings and favourites are deleted.`)
    void look()
  }

  return (
    <section class={styles.section} aria-labelledby="stored">
      <div class={styles.head}>
        <h3 id="stored">{t`What is stored in this browser`}</h3>
      </div>
      <p class={styles.note}>
        {t`Tokens and passwords are never stored: your sign-in is in memory alone. Customers, their calls and numbers, and whom you called last are in the memory of this page and go with it.`}
      </p>
      <ul class={styles.rows} aria-label={t`What is stored`}>
        <For
          each={stored() ?? []}
          fallback={
            <Show when={stored()}>
              <li>{t`Nothing, or this browser stores nothing for this page.`}</li>
            </Show>
          }
        >
          {(one) => (
            <li>
              <span>{storedWords[one.kind].what}</span>
              <span>{amountOf(one)}</span>
              <small>{storedWords[one.kind].until}</small>
            </li>
          )}
        </For>
        <Show when={stored() && keptLook() + keptLanguage()}>
          <li>
            <span>{t`Theme, density and language of this browser, so that the page opens in them`}</span>
            <span>{t`A word or two`}</span>
            <small>{t`Stay when you sign out, as your settings do.`}</small>
          </li>
        </Show>
      </ul>
      <div class={styles.verbs}>
        <Button
          hint={t`Names of queues, skills, codes and statuses are read again from Genesys Cloud when they are needed. Nothing of yours is lost.`}
          onClick={() => void deleteCache()}
        >
          {t`Delete the cache`}
        </Button>
        <Show
          when={asked()}
          fallback={
            <Button
              hint={t`Everything on this page goes back to how it comes, and your favourites are gone, in all tabs.`}
              onClick={() => setAsked(true)}
            >
              {t`Delete my settings…`}
            </Button>
          }
        >
          <Button kind="stop" onClick={() => void deleteSettings()}>
            {t`Delete settings and favourites`}
          </Button>
          <Button onClick={() => setAsked(false)}>{t`Keep them`}</Button>
        </Show>
      </div>
      <p class={styles.note}>
        {t`Deleting the cache loses nothing of yours: it is read again when it is needed. Deleting your settings sets everything on this page back and lets go of your favourites, in all tabs; drafts and calls are not touched.`}
      </p>
      <p role="status">{said()}</p>
    </section>
  )
}
