import { createSignal } from 'solid-js'
import { t } from '~/language'
import { wishedLanguage } from '~/languages/choice'
import { languages } from '~/languages/names'
import { type Chord, labelOf } from '~/settings/chords'
import { LanguageSection } from '~/settings/LanguageSection'
import { LookSection } from '~/settings/LookSection'
import { Said } from '~/settings/Said'
import { ShortcutsSection } from '~/settings/ShortcutsSection'
import { StoredSection } from '~/settings/StoredSection'
import { UndoSection } from '~/settings/UndoSection'
import { keepLanguage, keptLanguage } from '~/storage/look'
import { browserStorage } from '~/storage/storage'
import { undoSetting, undoTimes } from '~/transfer/undo'
import { Room } from '~/ui/Room'
import { createLayout, isApple } from './keyboard'
import { RingPane } from './RingPane'
import type { RoomProps } from './rooms'
import { settingsOf } from './settings'

/** What the agent has set up for themself. Each change holds at once, and in all tabs. */
export function SettingsRoom(props: RoomProps) {
  const { me } = props.desk
  const { transfers, look, keymap } = props.tasks
  const { undoSetting: undo } = transfers
  const settings = settingsOf(props.desk)
  const [chosen, setChosen] = createSignal(keptLanguage())
  const isSpoken = () =>
    wishedLanguage(chosen(), navigator.languages) === document.documentElement.lang
  const layout = createLayout()
  const label = (chord: Chord) => labelOf(chord, layout(), isApple())
  return (
    <Room title={t`Settings`}>
      <Said settings={settings} clock={props.desk.means.clock} />
      <RingPane desk={props.desk} />
      <UndoSection
        settings={settings}
        name={undoSetting}
        times={undoTimes}
        seconds={undo.seconds()}
        onSet={undo.set}
      />
      <LookSection look={look} settings={settings} />
      <LanguageSection
        languages={languages}
        chosen={chosen()}
        onChoose={(tag) => {
          keepLanguage(tag)
          setChosen(tag)
        }}
        onReload={isSpoken() ? undefined : () => location.reload()}
      />
      <ShortcutsSection keymap={keymap} settings={settings} label={label} />
      <StoredSection
        storage={browserStorage}
        owner={`${me.organizationId}:${me.id}`}
        settings={settings}
      />
    </Room>
  )
}
