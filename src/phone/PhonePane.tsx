import { type JSX, Show } from 'solid-js'
import { explained } from '~/genesys/forbidden'
import { locale, t } from '~/language'
import { Button } from '~/ui/Button'
import { Pane } from '~/ui/Room'
import styles from './Phone.module.css'
import { answeringWords, kindWords, type OwnPhone } from './phone'
import type { PhoneStore, PhoneVerb } from './store'

const moment = new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' })

/** At which phone calls ring, whether Answer works on it, and what can be done about it. */
export function PhonePane(props: {
  readonly phone: PhoneStore
  readonly choosing: boolean
  readonly whyNot: (verb: PhoneVerb) => string | undefined
  readonly busy: (verb: PhoneVerb) => boolean
  readonly onChoose: () => void
  /** The id of the button that opens the choice. */
  readonly opener: string
  /** Below: what the role lacks, and the choice. */
  readonly children?: JSX.Element
}) {
  const { phone } = props
  return (
    <Pane label={t`Phone`}>
      <h3>{t`Phone`}</h3>
      <Show
        when={phone.own()}
        fallback={
          <Show when={!phone.failed()}>
            <p class={styles.note}>{t`Your phone is being read …`}</p>
          </Show>
        }
      >
        {(own) => (
          <>
            <div class={styles.phone} role="status">
              <Show
                when={own().effective}
                fallback={
                  <>
                    <p class={styles.none}>{t`You have no phone`}</p>
                    <p class={styles.note}>
                      {t`Calls cannot reach you, and you cannot place any. Choose a phone.`}
                    </p>
                  </>
                }
              >
                {(station) => (
                  <>
                    <p class={styles.name}>{station().name}</p>
                    <p>{kindWords(station().type)}</p>
                    <p class={styles.note}>{standing(own())}</p>
                    <p class={styles.note}>{answeringWords(station().type, phone.persistent())}</p>
                  </>
                )}
              </Show>
            </div>
            <div class={styles.verbs}>
              <Button
                id={props.opener}
                icon="phone"
                expanded={props.choosing}
                whyNot={props.choosing ? undefined : props.whyNot('station')}
                onClick={props.onChoose}
              >
                {own().effective ? t`Change phone` : t`Choose a phone`}
              </Button>
              <Show when={own().associated}>
                {(station) => (
                  <Button
                    busy={props.busy('release-station')}
                    whyNot={props.whyNot('release-station')}
                    hint={afterRelease(own())}
                    onClick={() => phone.release(station())}
                  >
                    {t`Release phone`}
                  </Button>
                )}
              </Show>
              <Show when={own().effective}>
                {(station) => (
                  <Show
                    when={own().standard?.id === station().id}
                    fallback={
                      <Button
                        busy={props.busy('default-station')}
                        whyNot={props.whyNot('default-station')}
                        hint={t`It rings whenever you have chosen no other phone`}
                        onClick={() => phone.makeDefault(station())}
                      >
                        {t`Make it my default`}
                      </Button>
                    }
                  >
                    <Button
                      busy={props.busy('clear-default-station')}
                      whyNot={props.whyNot('clear-default-station')}
                      hint={t`Without a default phone, calls reach you only at one that you choose`}
                      onClick={() => phone.clearDefault(station())}
                    >
                      {t`No default any more`}
                    </Button>
                  </Show>
                )}
              </Show>
            </div>
          </>
        )}
      </Show>
      <Show when={phone.failed()}>
        {(failure) => (
          <div class={styles.verbs} role="alert">
            <p>{t`Your phone could not be read. ${explained(failure())}`}</p>
            <Button onClick={() => void phone.read()}>{t`Read it again`}</Button>
          </div>
        )}
      </Show>
      {props.children}
    </Pane>
  )
}

/** Since when it is in use, and what it is to the agent. */
function standing({ associated, standard, effective }: OwnPhone): string {
  const isDefault = effective?.id === standard?.id
  if (!associated)
    return t`Calls ring at it because it is your default phone; you have chosen no other.`
  const since = associated.since === undefined ? '' : moment.format(associated.since)
  if (isDefault)
    return since
      ? t`In use since ${since}. It is your default phone.`
      : t`It is your default phone.`
  if (standard) {
    const { name } = standard
    return since
      ? t`In use since ${since}. Your default phone is ${name}.`
      : t`Your default phone is ${name}.`
  }
  return since
    ? t`In use since ${since}. You have no default phone.`
    : t`You have no default phone.`
}

function afterRelease({ standard }: OwnPhone): string {
  return standard
    ? t`Calls ring at your default phone then: ${standard.name}`
    : t`You have no default phone: no call can reach you then`
}
