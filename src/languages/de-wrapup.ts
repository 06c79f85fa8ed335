import type { Catalog } from '~/language'

export default {
  Favourite: 'Favorit',
  'Used lately': 'Kürzlich benutzt',
  'Wrap-up code': 'Abschlusscode',
  'Type to search the codes': 'Tippen, um die Codes zu durchsuchen',
  'The codes could not be read. {0}': 'Die Codes konnten nicht geladen werden. {0}',
  'Reading the codes…': 'Codes werden geladen…',
  'No code matches.': 'Kein Code passt.',
  'This queue has no wrap-up codes. Ask your administrator for one, then read them again.':
    'Diese Warteschlange hat keine Abschlusscodes. Bitten Sie Ihren Administrator um einen Code und laden Sie die Liste dann erneut.',
  Codes: 'Codes',
  'No favourite any more': 'Kein Favorit mehr',
  'Make it a favourite': 'Als Favorit festlegen',
  'your code': 'Ihr Code',
  Notes: 'Notizen',
  'Saved, waiting': 'Gespeichert, noch',
  left: 'verbleibend',
  Code: 'Code',
  'Choose the code now': 'Code jetzt wählen',
  'Done: Ctrl+Enter in the notes, too': 'Fertig: auch mit Strg+Enter in den Notizen',
  Done: 'Fertig',
  'Skip wrap-up': 'Abschluss überspringen',
  'It is being sent': 'Wird gerade gesendet',
  Skip: 'Überspringen',
  'Choose a wrap-up code first': 'Wählen Sie zuerst einen Abschlusscode',
  'This queue asks for a wrap-up: choose a code.':
    'Diese Warteschlange verlangt einen Abschluss: Wählen Sie einen Code.',
  'This browser keeps nothing for this page: a reload would lose your notes.':
    'Dieser Browser speichert nichts für diese Seite: Beim Neuladen würden Ihre Notizen verloren gehen.',
  'Genesys Cloud may not have your notes': 'Genesys Cloud hat Ihre Notizen möglicherweise nicht',
  '{0} Your notes were not sent': '{0} Ihre Notizen wurden nicht gesendet',
  'The wrap-up is over. Unless they were submitted elsewhere, these notes were not sent':
    'Der Abschluss ist vorbei. Falls nicht anderswo übermittelt, wurden diese Notizen nicht gesendet',
  '{0}: “{1}”': '{0}: „{1}“',
  'The wrap-up was not sent. {0}.': 'Der Abschluss wurde nicht gesendet. {0}.',
  'The wrap-up': 'Der Abschluss',
  'You skipped the wrap-up.': 'Sie haben den Abschluss übersprungen.',
  'Skipping the wrap-up': 'Das Überspringen des Abschlusses',
  'They wait here. After the call you choose a code and press Done.':
    'Die Notizen warten hier. Nach dem Anruf wählen Sie einen Code und drücken „Fertig“.',
  'They wait here. After the call you may send them with a code.':
    'Die Notizen warten hier. Nach dem Anruf können Sie sie mit einem Code senden.',
  'They wait here. After the call you have {0} to choose a code and press Done.':
    'Die Notizen warten hier. Nach dem Anruf haben Sie {0}, um einen Code zu wählen und „Fertig“ zu drücken.',
  'They wait here. After-call work takes {0}, however early you are done.':
    'Die Notizen warten hier. Die Nachbearbeitung dauert {0}, auch wenn Sie früher fertig sind.',
  'They can be sent only if you ask for after-call work before the call ends.':
    'Die Notizen können nur gesendet werden, wenn Sie vor dem Ende des Anrufs Nachbearbeitung anfordern.',
  'They wait here. You have asked for after-call work.':
    'Die Notizen warten hier. Sie haben Nachbearbeitung angefordert.',
  'You are in after-call work until you press Done.':
    'Sie sind in der Nachbearbeitung, bis Sie „Fertig“ drücken.',
  'This queue asks for no wrap-up: you may skip it.':
    'Diese Warteschlange verlangt keinen Abschluss: Sie können ihn überspringen.',
  'When the time is up, Genesys Cloud ends it without your code and notes.':
    'Wenn die Zeit um ist, beendet Genesys Cloud den Abschluss ohne Ihren Code und Ihre Notizen.',
  'After Done the rest of the time is sat out.': 'Nach „Fertig“ läuft die restliche Zeit noch ab.',
  'You have asked for it: you may skip it.':
    'Sie haben Nachbearbeitung angefordert: Sie können den Abschluss überspringen.',
  'The time is up: Genesys Cloud is about to end it.':
    'Die Zeit ist um: Genesys Cloud beendet den Abschluss gleich.',
  'The call is over. This queue asks for no wrap-up: you may skip it.':
    'Der Anruf ist beendet. Diese Warteschlange verlangt keinen Abschluss: Sie können ihn überspringen.',
  'a limited time': 'eine begrenzte Zeit',
  'Less than 10 seconds left for the wrap-up': 'Weniger als 10 Sekunden für den Abschluss übrig',
  '{0}: the time for the wrap-up was up, so Genesys Cloud ended it with a code of its own.':
    '{0}: Die Zeit für den Abschluss war um, deshalb hat Genesys Cloud ihn mit einem eigenen Code beendet.',
} satisfies Catalog
