import type { Catalog } from '~/language'

export default {
  Ctrl: 'Strg',
  Shift: 'Umschalt',
  'Language of the desk': 'Sprache des Arbeitsplatzes',
  'As this browser has it': 'Wie in diesem Browser',
  'The desk speaks it once this page is loaded again. Your calls go on meanwhile.':
    'Der Arbeitsplatz verwendet sie, sobald diese Seite neu geladen ist. Ihre Anrufe gehen währenddessen weiter.',
  'Load again now': 'Jetzt neu laden',
  'As the system': 'Wie das System',
  Light: 'Hell',
  Dark: 'Dunkel',
  Comfortable: 'Luftig',
  Compact: 'Kompakt',
  Look: 'Aussehen',
  Theme: 'Design',
  Density: 'Dichte',
  Saved: 'Gespeichert',
  'Set back to how it comes': 'Auf Standard zurückgesetzt',
  'Not kept: this browser stores nothing for this page. It holds until you reload.':
    'Nicht gespeichert: Dieser Browser speichert nichts für diese Seite. Es gilt, bis Sie neu laden.',
  'Reset {0} to defaults': '{0} auf Standard zurücksetzen',
  Reset: 'Zurücksetzen',
  'Keyboard shortcuts': 'Tastenkürzel',
  'In the notes of a wrap-up Ctrl+Enter is Done. Escape closes what is open; it never ends a call.':
    'In den Notizen eines Abschlusses ist Strg+Eingabe „Fertig“. Escape schließt, was offen ist; ein Anruf endet dadurch nie.',
  'Change them in the settings': 'In den Einstellungen ändern',
  Shortcuts: 'Kürzel',
  'They work while you type, too; single characters only elsewhere. A key does what its button does, and says why where that cannot be pressed.':
    'Sie gelten auch, während Sie schreiben; einzelne Zeichen nur anderswo. Eine Taste tut, was ihre Schaltfläche tut, und sagt, warum, wenn diese nicht gedrückt werden kann.',
  'Press the new keys for: {0}': 'Neue Tasten drücken für: {0}',
  'Change the keys for: {0}': 'Tasten ändern für: {0}',
  'Press the new keys': 'Neue Tasten drücken',
  Change: 'Ändern',
  'Remove the keys for: {0}': 'Tasten entfernen für: {0}',
  Remove: 'Entfernen',
  'Reset the keys for: {0}': 'Tasten zurücksetzen für: {0}',
  'The cache is deleted.': 'Der Zwischenspeicher ist gelöscht.',
  'Your settings and favourites are deleted.': 'Ihre Einstellungen und Favoriten sind gelöscht.',
  'What is stored in this browser': 'Was in diesem Browser gespeichert ist',
  'Tokens and passwords are never stored: your sign-in is in memory alone. Customers, their calls and numbers, and whom you called last are in the memory of this page and go with it.':
    'Token und Passwörter werden nie gespeichert: Ihre Anmeldung ist nur im Arbeitsspeicher. Kunden, ihre Anrufe und Nummern und wen Sie zuletzt angerufen haben, sind im Speicher dieser Seite und verschwinden mit ihr.',
  'What is stored': 'Was gespeichert ist',
  'Nothing, or this browser stores nothing for this page.':
    'Nichts, oder dieser Browser speichert nichts für diese Seite.',
  'Theme, density and language of this browser, so that the page opens in them':
    'Design, Dichte und Sprache dieses Browsers, damit die Seite gleich so erscheint',
  'A word or two': 'Ein, zwei Wörter',
  'Stay when you sign out, as your settings do.':
    'Bleiben beim Abmelden erhalten, wie Ihre Einstellungen.',
  'Names of queues, skills, codes and statuses are read again from Genesys Cloud when they are needed. Nothing of yours is lost.':
    'Namen von Warteschlangen, Skills, Codes und Status werden wieder aus Genesys Cloud geladen, wenn sie gebraucht werden. Nichts von Ihnen geht verloren.',
  'Delete the cache': 'Zwischenspeicher löschen',
  'Everything on this page goes back to how it comes, and your favourites are gone, in all tabs.':
    'Alles auf dieser Seite wird auf Standard zurückgesetzt, und Ihre Favoriten verschwinden, in allen Tabs.',
  'Delete my settings…': 'Meine Einstellungen löschen…',
  'Delete settings and favourites': 'Einstellungen und Favoriten löschen',
  'Keep them': 'Behalten',
  'Deleting the cache loses nothing of yours: it is read again when it is needed. Deleting your settings sets everything on this page back and lets go of your favourites, in all tabs; drafts and calls are not touched.':
    'Wenn Sie den Zwischenspeicher löschen, geht nichts von Ihnen verloren: Er wird neu geladen, wenn er gebraucht wird. Wenn Sie Ihre Einstellungen löschen, wird alles auf dieser Seite zurückgesetzt und Ihre Favoriten verschwinden, in allen Tabs; Entwürfe und Anrufe bleiben unberührt.',
  'Undo window': 'Zeit zum Rückgängigmachen',
  'A transfer goes out after this time. Until then nothing has been sent, and it can be taken back.':
    'Eine Weiterleitung wird nach dieser Zeit gesendet. Bis dahin ist nichts gesendet, und sie kann zurückgenommen werden.',
  'Mute or unmute': 'Stummschalten oder Ton an',
  'Hold or resume': 'Halten oder fortsetzen',
  'Record or secure pause': 'Aufnehmen oder sichere Pause',
  'Finish the wrap-up': 'Abschluss fertigstellen',
  'Next conversation': 'Nächste Interaktion',
  'Previous conversation': 'Vorherige Interaktion',
  'Choose a status': 'Status wählen',
  'On or off queue': 'In Warteschlange ein oder aus',
  Search: 'Suche',
  'Show these keys': 'Diese Tasten anzeigen',
  'In a call': 'Im Anruf',
  'Around the desk': 'Rund um den Arbeitsplatz',
  '{0} is taken: {1}. Take it away there first.':
    '{0} ist vergeben: {1}. Entfernen Sie es zuerst dort.',
  '{0} alone would act while you only mean to type. Press it with Alt, or with Alt and Shift.':
    '{0} allein würde auslösen, während Sie nur schreiben wollen. Drücken Sie es mit Alt oder mit Alt und Umschalt.',
  '{0} is the browser’s or the system’s own, for tabs and windows.':
    '{0} gehört dem Browser oder dem System, für Tabs und Fenster.',
  '{0} is the browser’s own, for pages: to load, to print, to search, to zoom.':
    '{0} gehört dem Browser, für Seiten: zum Laden, Drucken, Suchen, Zoomen.',
  '{0} is needed to edit text.': '{0} wird zum Bearbeiten von Text gebraucht.',
  '{0} types a character on many keyboards: Ctrl+Alt is AltGr there.':
    '{0} schreibt auf vielen Tastaturen ein Zeichen: Strg+Alt ist dort AltGr.',
  '{0} is needed to move around on the page.':
    '{0} wird gebraucht, um sich auf der Seite zu bewegen.',
  'Your settings, with your favourites': 'Ihre Einstellungen mit Ihren Favoriten',
  'Stay when you sign out, for your next shift, unless your organization has the browser forget everything then.':
    'Bleiben beim Abmelden für Ihre nächste Schicht erhalten, es sei denn, Ihre Organisation lässt den Browser dann alles vergessen.',
  'Settings of other agents of this browser': 'Einstellungen anderer Agenten dieses Browsers',
  'Theirs: they are not read for you, and stay as yours do.':
    'Gehören ihnen: Sie werden für Sie nicht gelesen und bleiben erhalten wie Ihre.',
  'Names of queues, skills, codes and statuses, as last read':
    'Namen von Warteschlangen, Skills, Codes und Status, wie zuletzt geladen',
  'Until you sign out, 12 hours at most.': 'Bis Sie sich abmelden, höchstens 12 Stunden.',
  'Notes and codes of wrap-ups that are not sent, encrypted':
    'Notizen und Codes von Abschlüssen, die nicht gesendet sind, verschlüsselt',
  'Until they are sent or you sign out, 12 hours at most.':
    'Bis sie gesendet sind oder Sie sich abmelden, höchstens 12 Stunden.',
  'Orders for calls that nothing has confirmed yet, encrypted':
    'Befehle für Anrufe, die noch nichts bestätigt hat, verschlüsselt',
  'Until it is known what became of them or you sign out, 12 hours at most.':
    'Bis bekannt ist, was aus ihnen wurde, oder Sie sich abmelden, höchstens 12 Stunden.',
  'The sign-in log: times and reasons, no secrets':
    'Das Anmeldeprotokoll: Zeiten und Gründe, nichts Geheimes',
  'Until you sign out.': 'Bis Sie sich abmelden.',
  'That somebody is signed in here, when it was last tried, whether the desk is locked':
    'Dass hier jemand angemeldet ist, wann es zuletzt versucht wurde, ob der Arbeitsplatz gesperrt ist',
  'The region you logged in to last': 'Die Region Ihrer letzten Anmeldung',
  'Until another one is chosen.': 'Bis eine andere gewählt wird.',
  'The key that the encrypted ones are opened with; it cannot be taken out of this browser':
    'Der Schlüssel, mit dem die verschlüsselten geöffnet werden; er lässt sich nicht aus diesem Browser herausholen',
  'Something that this version of the desk does not know':
    'Etwas, das diese Version des Arbeitsplatzes nicht kennt',
  '1 entry, {0}': '1 Eintrag, {0}',
  '{0} entries, {1}': '{0} Einträge, {1}',
} satisfies Catalog
