import type { Catalog } from '~/language'

export default {
  'Another call is being placed': 'Ein anderer Anruf wird gerade aufgebaut',
  'Whom to call': 'Wen anrufen',
  'Call numbers on behalf of': 'Nummern anrufen im Auftrag von',
  'Nobody: my own call': 'Niemandem: mein eigener Anruf',
  'After the call comes its wrap-up.': 'Nach dem Anruf folgt der Abschluss.',
  'They see the caller id of this queue. After the call comes its wrap-up.':
    'Angezeigt wird die Absenderrufnummer dieser Warteschlange. Nach dem Anruf folgt der Abschluss.',
  'They see the caller id that Genesys Cloud gives you.':
    'Angezeigt wird die Absenderrufnummer, die Genesys Cloud Ihnen gibt.',
  'Caller id': 'Absenderrufnummer',
  Default: 'Standard',
  'Redial {0} on behalf of {1}': '{0} im Auftrag von {1} erneut anrufen',
  'Redial {0}': '{0} erneut anrufen',
  'Redial on behalf of {0}': 'Im Auftrag von {0} erneut anrufen',
  Redial: 'Erneut anrufen',
  'Recent calls': 'Letzte Anrufe',
  'No call has ended since this page was opened.':
    'Seit dem Öffnen dieser Seite ist kein Anruf zu Ende gegangen.',
  'Call back {0}': '{0} zurückrufen',
  'There is no number to call': 'Es gibt keine Nummer zum Anrufen',
  'Call back': 'Zurückrufen',
  'You called, {0} ago.': 'Von Ihnen angerufen, vor {0}.',
  'Called you, {0} ago.': 'Hat Sie angerufen, vor {0}.',
  'Number: it must begin with + and the country code, or be a short number of 2 to 6 digits.':
    'Nummer: Sie muss mit + und der Ländervorwahl beginnen oder eine Kurznummer mit 2 bis 6 Ziffern sein.',
  'Contact: this is not a number that can be called.':
    'Kontakt: Diese Nummer kann nicht angerufen werden.',
  'Exactly as typed, without a country code': 'Genau wie eingegeben, ohne Ländervorwahl',
  'The call to {0}': 'Der Anruf bei {0}',
  'The call was not placed. {0}': 'Der Anruf wurde nicht aufgebaut. {0}',
  'You have no phone selected. Select one in Genesys Cloud, under Phone, then call again.':
    'Sie haben kein Telefon ausgewählt. Wählen Sie eines in Genesys Cloud, unter „Telefon“, und rufen Sie dann erneut an.',
  'Your phone is not connected to Genesys Cloud right now. Check it, or select another one, then call again.':
    'Ihr Telefon ist gerade nicht mit Genesys Cloud verbunden. Prüfen Sie es oder wählen Sie ein anderes, und rufen Sie dann erneut an.',
  'Genesys Cloud takes only one destination for a call. Choose it once more.':
    'Genesys Cloud nimmt für einen Anruf nur ein Ziel an. Wählen Sie es noch einmal.',
  'Your phone could not be reached. Check it, then call again.':
    'Ihr Telefon war nicht erreichbar. Prüfen Sie es und rufen Sie dann erneut an.',
  'This call cannot be placed. Check the number; your organization may not allow it.':
    'Dieser Anruf kann nicht aufgebaut werden. Prüfen Sie die Nummer; Ihre Organisation erlaubt ihn vielleicht nicht.',
  'That contact no longer exists.': 'Diesen Kontakt gibt es nicht mehr.',
  'Whom you call no longer exists.': 'Das Ziel des Anrufs gibt es nicht mehr.',
  'This sign-in is not that of an agent. Sign in again.':
    'Diese Anmeldung gehört zu keinem Agenten. Melden Sie sich erneut an.',
  'This is not a number that Genesys Cloud can call.':
    'Genesys Cloud kann diese Nummer nicht anrufen.',
} satisfies Catalog
