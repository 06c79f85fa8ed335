/** Fetched when somebody looks: how requests, the socket and the sign-in fare, and the bundle for support. */

import { Match, onMount, Show, Switch } from 'solid-js'
import { type BundleParts, bundleText } from '~/health/bundle'
import { HealthView } from '~/health/HealthView'
import { verdictOf } from '~/health/health'
import { createReadings } from '~/health/store'
import { locale, t } from '~/language'
import type { SignedIn, TrailEntry } from '~/protocol/protocol'
import type { SignIn } from '~/signin/signin'
import { Banner } from '~/ui/Banner'
import { Button } from '~/ui/Button'
import type { Desk } from './desk'

export interface HealthProps {
  readonly desk: Desk
  readonly session: SignedIn
  readonly signIn: SignIn
}

/** Milliseconds between two readings while it is looked at. */
const every = 5_000
const time = new Intl.DateTimeFormat(locale(), { timeStyle: 'medium' })

export function Health(
  props: HealthProps & {
    readonly code: typeof import('~/signin/seldom')
    readonly onClose: () => void
  },
) {
  const { desk, signIn } = props
  const { clock } = desk.means
  const { Copy, Sheet } = props.code
  const readings = createReadings({
    ...{ clock, every, page: document },
    read: () => signIn.engine.read('health'),
  })
  let trail: readonly TrailEntry[] = []
  let region: string | undefined
  // At hand when it is copied: a browser wants that to follow the press at once.
  onMount(async () => {
    trail = await signIn.engine.read('trail').catch(() => [])
    const places = await signIn.engine.places(undefined).catch(() => undefined)
    region = places?.all.find(({ name }) => name === places.chosen)?.domain
  })
  /** What is looked at is what is copied. */
  let previewed: string | undefined
  const standing = () => props.session.standing
  /** Of an engine that is gone nobody knows how it fares. */
  const isCurrent = () => readings.state() !== 'gone'

  function bundle(): string {
    const health = readings.health()
    return bundleText({
      ...{ at: clock.now(), health, ...around() },
      config: { region, perMinute: health?.use.perMinute },
      settings: settings(signIn.frame !== undefined),
      verdict: health && isCurrent() ? verdictOf(health, standing(), desk.ahead()) : undefined,
      ...{ standing: standing(), lacking: props.session.lacking, ahead: desk.ahead() },
      trail,
      commands: desk
        .commands()
        .map(({ pressedAt: at, verb: command, state, attempts, correlationId }) => ({
          ...{ at, command, state: state.step, attempts },
          ...(correlationId ? { correlationId } : {}),
        })),
    })
  }

  return (
    <Sheet
      title={t`Health`}
      onClose={props.onClose}
      actions={<Copy name={t`Copy support bundle`} text={() => previewed ?? bundle()} />}
    >
      <Show when={desk.conversations.alerting().length > 0}>
        <Banner
          text={t`A call is ringing.`}
          action={<Button onClick={props.onClose}>{t`Show it`}</Button>}
        />
      </Show>
      <Show when={!isCurrent()}>
        <p role="alert">
          {t`The part of Minidesk that talks to Genesys Cloud does not answer.`}{' '}
          <Show when={readings.health()}>
            {(last) => t`What is below is of ${time.format(last().at)}.`}
          </Show>
        </p>
        <Button onClick={readings.again}>{t`Try again`}</Button>
      </Show>
      <Switch>
        <Match when={readings.health()}>
          {(health) => (
            <HealthView
              health={health()}
              current={isCurrent()}
              standing={standing()}
              ahead={desk.ahead()}
              copy={(id) => <Copy name={t`Copy reference ${id}`} word={t`Copy`} text={() => id} />}
              bundle={bundle}
              onPreview={(text) => {
                previewed = text
              }}
            />
          )}
        </Match>
        <Match when={readings.state() === 'reading'}>
          <p>{t`Reading…`}</p>
        </Match>
        <Match when={readings.state() === 'read'}>
          <p>{t`Nothing has been counted yet: sign in again first.`}</p>
        </Match>
      </Switch>
    </Sheet>
  )
}

/** What this page runs in, as far as it helps to find a fault. */
function around(): Pick<BundleParts, 'build' | 'browser'> {
  const files = [import.meta.url, ...[...document.scripts].map(({ src }) => src)]
  return {
    build: files.flatMap((file) => /[\w-]+\.[jt]sx?(?=$|\?)/.exec(file)?.[0] ?? []),
    browser: {
      agent: navigator.userAgent,
      language: navigator.language,
      zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
      cores: navigator.hardwareConcurrency,
      width: innerWidth,
      height: innerHeight,
      scale: devicePixelRatio,
    },
  }
}

function settings(framed: boolean) {
  const is = (query: string) => matchMedia(query).matches
  return {
    framed,
    dark: is('(prefers-color-scheme: dark)'),
    still: is('(prefers-reduced-motion: reduce)'),
    forcedColours: is('(forced-colors: active)'),
  }
}
