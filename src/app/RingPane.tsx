import { createSignal, Show } from 'solid-js'
import { inTime } from '~/clock'
import { t } from '~/language'
import { NoticeSettings } from '~/notices/NoticeSettings'
import { RingSettings } from '~/ring/RingSettings'
import type { RingSettings as Kept } from '~/ring/settings'
import { callTones } from '~/ring/tones'
import { Section } from '~/settings/Section'
import type { Desk } from './desk'
import type { Ringer } from './ringer'
import { ringerOf } from './ringer'
import { settingsOf } from './settings'

/** How the desk tells of calls: what the settings room shows of it. */
export function RingPane(props: { readonly desk: Desk }) {
  return (
    <Show when={ringerOf(props.desk)} keyed>
      {(ringer) => <Drawn ringer={ringer} desk={props.desk} />}
    </Show>
  )
}

/** Milliseconds for the browser to let it sound. */
const patience = 1_000

function Drawn(props: { readonly ringer: Ringer; readonly desk: Desk }) {
  const { clock } = props.desk.means
  const kept = settingsOf(props.desk)
  const { settings, devices, desktop, player, tabs, mayName } = props.ringer
  const [tested, setTested] = createSignal('')
  const [permission, setPermission] = createSignal(desktop.permission())
  const change = (part: Partial<Kept>) => settings.change((before) => ({ ...before, ...part }))

  /** What a call would do, in this tab. */
  async function test() {
    const { volume, tone, off, device } = settings.now()
    setTested('')
    const sounds = await inTime(clock, patience, player.arm(), false)
    if (sounds) player.once(callTones[tone], off.includes('call') ? 0 : volume)
    const where = device?.name ?? t`what this computer plays on`
    setTested(
      off.includes('call')
        ? t`Calls are switched off below: nothing rings.`
        : volume === 0
          ? t`The volume is 0: nothing is heard.`
          : !sounds
            ? t`This browser does not let the page sound.`
            : tabs.where() === 'elsewhere'
              ? t`Rang once, on ${where}. Calls ring in another tab.`
              : t`Rang once, on ${where}. Nothing heard? See how loud this computer is set.`,
    )
  }

  async function notify(on: boolean) {
    const answer = on ? await desktop.ask() : desktop.permission()
    setPermission(answer)
    change({ notify: on && answer === 'granted' })
  }

  return (
    <Section title={t`Ring and notifications`} settings={kept} names={['ring']}>
      <RingSettings
        settings={settings.now()}
        devices={devices.all()}
        onOtherDevice={devices.ask && (() => void other())}
        tested={tested()}
        onChange={change}
        onTest={() => void test()}
      />
      <NoticeSettings
        permission={permission()}
        notify={settings.now().notify}
        names={settings.now().names}
        mayName={mayName()}
        onNotify={(on) => void notify(on)}
        onNames={(names) => change({ names })}
      />
    </Section>
  )

  async function other() {
    const device = await devices.ask?.()
    if (device) change({ device })
  }
}
