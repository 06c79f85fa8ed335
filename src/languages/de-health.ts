import type { Catalog } from '~/language'

export default {
  Alerts: 'Warnmeldungen',
  'No alert stands.': 'Keine Warnmeldung besteht.',
  'Alerts that stand': 'Bestehende Warnmeldungen',
  'Since {0}.': 'Seit {0}.',
  '{0} since {1}, {2} failed, {3} not sent.':
    '{0} seit {1}, {2} fehlgeschlagen, {3} nicht gesendet.',
  'Operations used: {0}.': 'Benutzte Operationen: {0}.',
  'Asked to slow down {0}.': 'Um weniger Anfragen gebeten: {0}.',
  'Sign-in renewed {0}.': 'Anmeldung erneuert: {0}.',
  'Earlier alerts ({0})': 'Frühere Warnmeldungen ({0})',
  '{0} to {1}.': '{0} bis {1}.',
  'Last errors': 'Letzte Fehler',
  'None since you signed in.': 'Keine seit Ihrer Anmeldung.',
  'Requests are answered, live updates come in, and your sign-in holds.':
    'Anfragen werden beantwortet, Live-Aktualisierungen kommen an, und Ihre Anmeldung gilt.',
  '{0} for {1}.': '{0} seit {1}.',
  'No event has come yet.': 'Noch ist kein Ereignis gekommen.',
  'The last event came {0} ago.': 'Das letzte Ereignis kam vor {0}.',
  'Connected again {0}.': 'Wieder verbunden: {0}.',
  'There is none.': 'Es gibt keine.',
  'It is good for {0}.': 'Sie gilt noch {0}.',
  'Signed in since {0}.': 'Angemeldet seit {0}.',
  'Not renewed yet.': 'Noch nicht erneuert.',
  'Renewed {0}, last at {1}.': 'Erneuert: {0}, zuletzt um {1}.',
  'Renewals that did not come through: {0}.': 'Fehlgeschlagene Erneuerungen: {0}.',
  'Clock and sleep': 'Uhr und Ruhezustand',
  'This browser has not slept.': 'Dieser Browser war nicht im Ruhezustand.',
  'Slept {0} at {1}.': 'Im Ruhezustand: {0}, um {1}.',
  'Support bundle': 'Supportpaket',
  'All of this as text, for whoever helps you. It holds no names, no numbers, no notes and nothing that could be used to sign in.':
    'All dies als Text für alle, die Ihnen helfen. Es enthält keine Namen, keine Nummern, keine Notizen und nichts, womit man sich anmelden könnte.',
  'What is in it': 'Was darin steht',
  'What you press': 'Was Sie drücken',
  'What is on screen': 'Was zu sehen ist',
  'In the background': 'Im Hintergrund',
  Requests: 'Anfragen',
  '{0} of {1} used in the last minute, {2} left.':
    '{0} von {1} in der letzten Minute verbraucht, {2} übrig.',
  '{0} are allowed; others use some of them.': '{0} sind erlaubt; andere verbrauchen einige davon.',
  'Genesys Cloud asked to wait {0} s.': 'Genesys Cloud bat, {0} s zu warten.',
  'By what they are for, in the last minute': 'Nach Zweck, in der letzten Minute',
  For: 'Zweck',
  Used: 'Verbraucht',
  'Success and speed': 'Erfolg und Tempo',
  'Nothing was asked in the last five minutes.':
    'In den letzten fünf Minuten wurde nichts angefragt.',
  '{0} of {1} in the last five minutes succeeded: {2} failed, {3} refused, {4} not sent. Half of the answers came within {5}, 95 % within {6}, 99 % within {7}.':
    'In den letzten fünf Minuten erfolgreich: {0} von {1}; {2} fehlgeschlagen, {3} abgelehnt, {4} nicht gesendet. Antwortzeit: die Hälfte bis {5}, 95 % bis {6}, 99 % bis {7}.',
  'Requests, minute by minute for an hour': 'Anfragen, Minute für Minute in einer Stunde',
  '{0} at most, {1} in this one': 'höchstens {0}, {1} in dieser',
  'Failed or not sent': 'Fehlgeschlagen oder nicht gesendet',
  '{0} at most, {1} in this minute': 'höchstens {0}, {1} in dieser Minute',
  '95 % answered within': 'Antwortzeit von 95 %',
  'By operation': 'Nach Operation',
  'Since you signed in, in milliseconds': 'Seit Ihrer Anmeldung, in Millisekunden',
  Operation: 'Operation',
  Sent: 'Gesendet',
  '{0} failed': '{0} fehlgeschlagen',
  '{0} not sent': '{0} nicht gesendet',
  none: '–',
  'All is well': 'Alles in Ordnung',
  'Under strain': 'Belastet',
  'In trouble': 'Gestört',
  'Your sign-in has ended. Nothing can be asked until you sign in again.':
    'Ihre Anmeldung ist beendet. Bis Sie sich wieder anmelden, kann nichts angefragt werden.',
  'Genesys Cloud does not answer. Minidesk keeps looking whether it is back.':
    'Genesys Cloud antwortet nicht. Minidesk sieht immer wieder nach, ob es zurück ist.',
  'Live updates are interrupted. The desk reads what is new every few seconds.':
    'Die Live-Aktualisierung ist unterbrochen. Der Arbeitsplatz lädt alle paar Sekunden, was neu ist.',
  'Your sign-in ends at {0}.': 'Ihre Anmeldung endet um {0}.',
  'This machine’s clock is ahead of Genesys Cloud’s.':
    'Die Uhr dieses Rechners geht gegenüber der von Genesys Cloud vor.',
  'This machine’s clock is behind Genesys Cloud’s.':
    'Die Uhr dieses Rechners geht gegenüber der von Genesys Cloud nach.',
  'This machine’s clock agrees with Genesys Cloud’s.':
    'Die Uhr dieses Rechners stimmt mit der von Genesys Cloud überein.',
  'This machine’s clock is {0} ahead of Genesys Cloud’s.':
    'Die Uhr dieses Rechners geht gegenüber der von Genesys Cloud {0} vor.',
  'This machine’s clock is {0} behind Genesys Cloud’s.':
    'Die Uhr dieses Rechners geht gegenüber der von Genesys Cloud {0} nach.',
  'Genesys Cloud has asked to slow down for five minutes.':
    'Genesys Cloud bittet seit fünf Minuten um weniger Anfragen.',
  'Lists and searches come late. Close other programs that use your sign-in, and tell your administrator if it goes on.':
    'Listen und Suchen kommen spät. Schließen Sie andere Programme, die Ihre Anmeldung benutzen, und sagen Sie es Ihrem Administrator, wenn es so bleibt.',
  'Genesys Cloud refused your sign-in several times.':
    'Genesys Cloud hat Ihre Anmeldung mehrmals abgelehnt.',
  'What you press may not happen. Sign in again when the desk asks for it.':
    'Was Sie drücken, geschieht vielleicht nicht. Melden Sie sich wieder an, wenn der Arbeitsplatz darum bittet.',
  'Genesys Cloud says that it is not available.':
    'Genesys Cloud meldet, dass es nicht verfügbar ist.',
  'Calls that you have go on. Answering and transfers may fail: use your phone, and look at the status page of Genesys Cloud.':
    'Laufende Anrufe gehen weiter. Annehmen und Weiterleiten können scheitern: Benutzen Sie Ihr Telefon und sehen Sie auf der Statusseite von Genesys Cloud nach.',
  'More than one in ten requests fails.': 'Mehr als jede zehnte Anfrage schlägt fehl.',
  'What you see may be old, and what you press may have to be pressed again. Tell your administrator.':
    'Was Sie sehen, kann veraltet sein, und was Sie drücken, müssen Sie vielleicht noch einmal drücken. Sagen Sie es Ihrem Administrator.',
  'Some answers take very long.': 'Manche Antworten dauern sehr lange.',
  'Wait for a control to come back before you press it again. If it goes on, look at your network.':
    'Warten Sie, bis eine Schaltfläche wieder da ist, bevor Sie noch einmal drücken. Wenn es so bleibt, prüfen Sie Ihr Netzwerk.',
  'Genesys Cloud asked to slow down.': 'Genesys Cloud hat um weniger Anfragen gebeten.',
  'Lists and searches wait a little. What you press still goes first.':
    'Listen und Suchen warten ein wenig. Was Sie drücken, geht weiterhin vor.',
  'Few requests are left in this minute.': 'In dieser Minute sind nur noch wenige Anfragen übrig.',
  'What is left is kept for what you press. Lists and searches wait.':
    'Was übrig ist, bleibt für das, was Sie drücken. Listen und Suchen warten.',
  'Nearly all requests have been used for some minutes.':
    'Seit einigen Minuten sind fast alle Anfragen verbraucht.',
  'Lists and searches may come late. Search less often, or tell your administrator.':
    'Listen und Suchen kommen vielleicht spät. Suchen Sie seltener oder sagen Sie es Ihrem Administrator.',
  'Your sign-in could not be renewed.': 'Ihre Anmeldung konnte nicht erneuert werden.',
  'It is tried again by itself. If it does not work out, the desk asks you to sign in again.':
    'Es wird von selbst noch einmal versucht. Gelingt es nicht, bittet der Arbeitsplatz Sie, sich wieder anzumelden.',
  'More requests fail than usual.': 'Mehr Anfragen als üblich schlagen fehl.',
  'What was only read is asked again by itself. Nothing is to be done yet.':
    'Was nur gelesen wurde, wird von selbst noch einmal angefragt. Noch ist nichts zu tun.',
  'Answers take longer than usual.': 'Antworten dauern länger als üblich.',
  'Nothing is lost. If it goes on, look at your network.':
    'Nichts ist verloren. Wenn es so bleibt, prüfen Sie Ihr Netzwerk.',
  'Your sign-in was renewed.': 'Ihre Anmeldung wurde erneuert.',
  'Nothing is to be done.': 'Es ist nichts zu tun.',
  'More is asked than in the hour before.': 'Es wird mehr angefragt als in der Stunde davor.',
  Critical: 'Kritisch',
  Warning: 'Warnung',
  'For information': 'Zur Information',
  'it was refused': 'weil abgelehnt wurde',
  'Genesys Cloud had asked to wait': 'weil Genesys Cloud um Warten gebeten hatte',
  'there was no sign-in': 'weil keine Anmeldung bestand',
  'its time had run out': 'weil die Zeit abgelaufen war',
  'was not sent, {0}': 'wurde nicht gesendet, {0}',
  refused: 'abgelehnt',
  'asked to slow down': 'um weniger Anfragen gebeten',
  'the sign-in was refused': 'die Anmeldung wurde abgelehnt',
  'too late to be sent': 'zu spät zum Senden',
  'no answer in time': 'keine Antwort in der Zeit',
  'no usable answer': 'keine brauchbare Antwort',
  'given up after {0} attempts': 'nach {0} Versuchen aufgegeben',
  '{0} ms': '{0} ms',
  '{0} h {1} min': '{0} h {1} min',
  '1 request': '1 Anfrage',
  '{0} requests': '{0} Anfragen',
  once: 'einmal',
} satisfies Catalog
