import type { Catalog } from '~/language'

export default {
  Settings: 'Einstellungen',
  'Starting…': 'Wird gestartet…',
  'This computer is offline. Nothing new shows up, and nothing can be sent.':
    'Dieser Computer ist offline. Es erscheint nichts Neues, und nichts kann gesendet werden.',
  'No live updates from Genesys Cloud: new calls show up late.':
    'Keine Live-Aktualisierung von Genesys Cloud: Neue Anrufe erscheinen verspätet.',
  'Trying now…': 'Neuer Versuch läuft…',
  'Trying again in {0} s.': 'Neuer Versuch in {0} s.',
  'Reconnect now': 'Jetzt neu verbinden',
  'Your conversations could not be read. What is shown may be old.':
    'Ihre Interaktionen konnten nicht geladen werden. Die Anzeige ist möglicherweise veraltet.',
  'End your calls first': 'Beenden Sie zuerst Ihre Anrufe',
  'Sign out': 'Abmelden',
  'Your conversations': 'Ihre Interaktionen',
  'Open conversation': 'Geöffnete Interaktion',
  'Earlier notices': 'Frühere Meldungen',
  'There were no notices since this page was opened.':
    'Seit dem Öffnen dieser Seite gab es keine Meldungen.',
  'Last commands': 'Letzte Befehle',
  'You are signed in. You can close this window.':
    'Sie sind angemeldet. Sie können dieses Fenster schließen.',
  'That sign-in did not come about; your desk says why. You can close this window.':
    'Diese Anmeldung ist nicht zustande gekommen; den Grund nennt Ihr Arbeitsplatz. Sie können dieses Fenster schließen.',
  'Copy for your administrator': 'Für Ihren Administrator kopieren',
  'Your status:': 'Ihr Status:',
  Account: 'Konto',
  'Account:': 'Konto:',
  Health: 'Zustand',
  'Copy support bundle': 'Supportpaket kopieren',
  'A call is ringing.': 'Ein Anruf klingelt.',
  'Show it': 'Anzeigen',
  'The part of Minidesk that talks to Genesys Cloud does not answer.':
    'Der Teil von Minidesk, der mit Genesys Cloud spricht, antwortet nicht.',
  'What is below is of {0}.': 'Stand der Angaben unten: {0}.',
  'Copy reference {0}': 'Referenz {0} kopieren',
  'Reading…': 'Wird geladen…',
  'Nothing has been counted yet: sign in again first.':
    'Es wurde noch nichts gezählt: Melden Sie sich zuerst erneut an.',
  'Nobody has touched this desk for a while. It is about to lock; calls go on.':
    'Dieser Arbeitsplatz wurde eine Weile nicht benutzt. Er wird gleich gesperrt; Anrufe laufen weiter.',
  'Locks in {0} s.': 'Sperrung in {0} s.',
  Stay: 'Weiterarbeiten',
  'Nothing has been ordered since this page was opened.':
    'Seit dem Öffnen dieser Seite wurde kein Befehl gegeben.',
  Calls: 'Anrufe',
  'Keypad, {0}': 'Wähltastatur, {0}',
  '{0} is locked': '{0} ist gesperrt',
  'Nobody has touched this desk for a while, so it hides your customers. Your calls go on, and what you wrote is kept.':
    'Dieser Arbeitsplatz wurde eine Weile nicht benutzt und verbirgt deshalb Ihre Kunden. Ihre Anrufe laufen weiter, und was Sie geschrieben haben, bleibt erhalten.',
  'Minidesk is not set up correctly': 'Minidesk ist nicht richtig eingerichtet',
  'Its configuration, config.json, cannot be used:':
    'Die Konfiguration, config.json, ist nicht verwendbar:',
  'Correct the file and reload this page. Nothing has been sent anywhere.':
    'Korrigieren Sie die Datei und laden Sie diese Seite neu. Es wurde nichts gesendet.',
  'Switch on On Queue to take calls.':
    'Schalten Sie „In Warteschlange“ ein, um Anrufe zu erhalten.',
  'No calls come to you until you are back on queue.':
    'Sie erhalten keine Anrufe, bis Sie wieder in der Warteschlange sind.',
  'You are on queue. A call will ring here.':
    'Sie sind in der Warteschlange. Ein Anruf klingelt hier.',
  'You are on queue. Without live updates a call shows up late.':
    'Sie sind in der Warteschlange. Ohne Live-Aktualisierung erscheint ein Anruf verspätet.',
  'Wrap-up, if you like': 'Abschluss, wenn Sie möchten',
  'With notes that were not sent': 'Mit Notizen, die nicht gesendet wurden',
  'Skip the wrap-up of {0}': 'Abschluss für {0} überspringen',
  'Not during a call: its phone would be taken from it':
    'Nicht während eines Anrufs: Er würde sein Telefon verlieren',
  'Not while a call rings': 'Nicht, während ein Anruf klingelt',
  'Waiting calls, read {0}.': 'Wartende Anrufe, geladen {0}.',
  'Queues and phone': 'Warteschlangen und Telefon',
  'Your conversations could not be read': 'Ihre Interaktionen konnten nicht geladen werden',
  'No conversations': 'Keine Interaktionen',
  'what this computer plays on': 'die Standardausgabe dieses Computers',
  'Calls are switched off below: nothing rings.':
    'Anrufe sind unten ausgeschaltet: Es klingelt nichts.',
  'The volume is 0: nothing is heard.': 'Die Lautstärke ist 0: Es ist nichts zu hören.',
  'This browser does not let the page sound.': 'Dieser Browser lässt auf der Seite keinen Ton zu.',
  'Rang once, on {0}. Calls ring in another tab.':
    'Hat einmal geklingelt, über {0}. Anrufe klingeln in einem anderen Tab.',
  'Rang once, on {0}. Nothing heard? See how loud this computer is set.':
    'Hat einmal geklingelt, über {0}. Nichts gehört? Prüfen Sie die Lautstärke dieses Computers.',
  'Ring and notifications': 'Klingelton und Benachrichtigungen',
  '{0} asks you about {1}. The call is theirs: End call takes only you out of it.':
    '{0} hält mit Ihnen Rücksprache zu {1}. Der Anruf gehört nicht Ihnen: „Auflegen“ nimmt nur Sie heraus.',
  'This is a conference. End call takes you out of it; the others talk on.':
    'Dies ist eine Konferenz. „Auflegen“ nimmt nur Sie heraus; die anderen sprechen weiter.',
  'Sign in in the window that has opened. Your desk stays as it is.':
    'Melden Sie sich in dem geöffneten Fenster an. Ihr Arbeitsplatz bleibt, wie er ist.',
  'The browser opened no window for the sign-in. Allow pop-ups for this page, or use this tab: what you wrote is kept.':
    'Der Browser hat kein Fenster für die Anmeldung geöffnet. Erlauben Sie Pop-ups für diese Seite oder nutzen Sie diesen Tab: Was Sie geschrieben haben, bleibt erhalten.',
  'The sign-in could not be begun. Try it again.':
    'Die Anmeldung konnte nicht begonnen werden. Versuchen Sie es erneut.',
  'Sign in again': 'Erneut anmelden',
  'Use this tab instead': 'Stattdessen diesen Tab nutzen',
  'You could not be set Offline: you are still {0}. Sign out once more to leave it so.':
    'Sie konnten nicht auf Offline gesetzt werden: Ihr Status ist weiterhin {0}. Melden Sie sich noch einmal ab, um es dabei zu belassen.',
  'A wrap-up is still to be done. Genesys Cloud keeps it for you.':
    'Ein Abschluss steht noch aus. Genesys Cloud bewahrt ihn für Sie auf.',
  '{0} wrap-ups are still to be done. Genesys Cloud keeps them for you.':
    '{0} Abschlüsse stehen noch aus. Genesys Cloud bewahrt sie für Sie auf.',
  'Set me Offline': 'Mich auf Offline setzen',
  'End your calls first: signing out would leave them alone':
    'Beenden Sie zuerst Ihre Anrufe: Nach der Abmeldung wäre niemand mehr für sie da',
  'End your calls first.': 'Beenden Sie zuerst Ihre Anrufe.',
  'Sign out without submitting your notes?': 'Abmelden, ohne Ihre Notizen zu übermitteln?',
  'One wrap-up has notes that were not submitted. Signing out deletes them from this browser, and nobody else has them.':
    'Ein Abschluss hat Notizen, die nicht übermittelt wurden. Die Abmeldung löscht sie aus diesem Browser, und sonst sind sie nirgends gespeichert.',
  '{0} wrap-ups have notes that were not submitted. Signing out deletes them from this browser, and nobody else has them.':
    '{0} Abschlüsse haben Notizen, die nicht übermittelt wurden. Die Abmeldung löscht sie aus diesem Browser, und sonst sind sie nirgends gespeichert.',
  'Keep the notes': 'Notizen behalten',
  'Sign in again first': 'Melden Sie sich zuerst erneut an',
  'Genesys Cloud did not say who you are.': 'Genesys Cloud hat nicht mitgeteilt, wer Sie sind.',
  'Nor could all of Minidesk be loaded.': 'Auch Minidesk konnte nicht vollständig geladen werden.',
  'Opening your desk…': 'Ihr Arbeitsplatz wird geöffnet…',
  'Your desk could not be opened. {0}': 'Ihr Arbeitsplatz konnte nicht geöffnet werden. {0}',
  'You are signed out of this browser, and nothing of your desk is left in it. But Genesys Cloud’s login page does not open, so it may still know you.':
    'Sie sind in diesem Browser abgemeldet, und von Ihrem Arbeitsplatz ist nichts zurückgeblieben. Die Anmeldeseite von Genesys Cloud lässt sich aber nicht öffnen und kennt Sie deshalb vielleicht noch.',
  'You are signed out of this browser, and nothing of your desk is left in it. But Genesys Cloud could not be told: its login page may still know you, and your sign-in there goes on until it ends by itself.':
    'Sie sind in diesem Browser abgemeldet, und von Ihrem Arbeitsplatz ist nichts zurückgeblieben. Genesys Cloud konnte dies aber nicht mitgeteilt werden: Die Anmeldeseite kennt Sie vielleicht noch, und Ihre Anmeldung dort läuft weiter, bis sie von selbst endet.',
  'Whoever comes next at this computer could be logged in as you. Try again, or close the browser.':
    'Wer als Nächstes an diesen Computer kommt, könnte unter Ihrem Namen angemeldet werden. Versuchen Sie es erneut oder schließen Sie den Browser.',
  'Genesys Cloud cannot be reached yet.': 'Genesys Cloud ist noch nicht erreichbar.',
  'The ring is silent: this browser lets no page sound before you press something on it.':
    'Der Klingelton ist stumm: Dieser Browser lässt Töne erst zu, wenn Sie auf der Seite etwas drücken.',
  'Let it ring': 'Klingeln lassen',
  'Set by {0}': 'Gesetzt von {0}',
  '{0} is ordered, and not confirmed yet': '{0} ist angefordert, aber noch nicht bestätigt',
  '→ {0} after this call': '→ {0} nach diesem Anruf',
  'Routing status': 'Routingstatus',
  'Always set by Genesys Cloud': 'Wird immer von Genesys Cloud gesetzt',
  'As {0}': 'Als {0}',
  'After this call': 'Nach diesem Anruf',
  'Not known yet': 'Noch nicht bekannt',
  'None chosen': 'Keines gewählt',
  'Ended: sign in again': 'Beendet: erneut anmelden',
  Locked: 'Gesperrt',
  'Ends at {0}': 'Endet um {0}',
  'To {0}': 'Auf {0}',
  'Put me back': 'Zurücksetzen',
  'Genesys Cloud set you to {0} at {1}.': 'Genesys Cloud hat Sie auf {0} gesetzt ({1}).',
  '{0} set you to {1} at {2}.': '{0} hat Sie auf {1} gesetzt ({2}).',
  'Somebody or another app set you to {0} at {1}.':
    'Jemand oder eine andere App hat Sie auf {0} gesetzt ({1}).',
  'Minidesk has stopped': 'Minidesk läuft nicht mehr',
  'Start again': 'Neu starten',
  'Minidesk has been opened somewhere else, and listens there in place of this desk: new calls show up late here.':
    'Minidesk wurde anderswo geöffnet und empfängt dort anstelle dieses Arbeitsplatzes: Neue Anrufe erscheinen hier verspätet.',
  'Another app listens in place of this desk: new calls show up late here.':
    'Eine andere App empfängt anstelle dieses Arbeitsplatzes: Neue Anrufe erscheinen hier verspätet.',
  'Something else listens in place of this desk: new calls show up late here.':
    'Etwas anderes empfängt anstelle dieses Arbeitsplatzes: Neue Anrufe erscheinen hier verspätet.',
  'Take back': 'Zurückholen',
  '{0} waits for its turn: Genesys Cloud takes only so many requests a minute. It goes out within ten seconds of your press, or not at all.':
    '{0} muss noch warten: Genesys Cloud nimmt nur eine begrenzte Zahl von Anfragen pro Minute an. Gesendet wird innerhalb von zehn Sekunden nach Ihrem Befehl oder gar nicht.',
  Then: 'Danach',
  'Incoming call from {0}, {1}': 'Eingehender Anruf von {0}, {1}',
  'Incoming call from {0}': 'Eingehender Anruf von {0}',
  '{0}: not done, as far as can be seen.': '{0}: nicht erfolgt, soweit erkennbar.',
  'The text to search for': 'Der Suchtext',
  Contacts: 'Kontakte',
  '{0} could not be searched. {1}': '{0} konnten nicht durchsucht werden. {1}',
  '{0} is offline: nobody would answer.': '{0} ist offline: Niemand würde annehmen.',
  '{0}: {1}.': '{0}: {1}.',
  'Open the call that you mean': 'Öffnen Sie den Anruf, den Sie meinen',
  'You are in no call': 'Sie sind in keinem Anruf',
  'Use the buttons of the call that you mean':
    'Nutzen Sie die Schaltflächen des Anrufs, den Sie meinen',
  'There is no conversation': 'Es gibt keine Interaktion',
  'No call rings': 'Kein Anruf klingelt',
  'No wrap-up is open': 'Kein Abschluss ist geöffnet',
  'It is not to be had now': 'Gerade nicht verfügbar',
  'Your statuses could not be read.': 'Ihre Status konnten nicht geladen werden.',
  'The transfer of {0} to {1} goes on. Open the call to take it back.':
    'Die Weiterleitung von {0} an {1} läuft weiter. Öffnen Sie den Anruf, um sie zurückzunehmen.',
  'Incoming call': 'Eingehender Anruf',
  '{0} incoming calls': '{0} eingehende Anrufe',
  'Unnamed agent': 'Agent ohne Namen',
  'Not everything works here, because your organization has not given Minidesk the right to it: {0}.':
    'Hier funktioniert nicht alles, weil Ihre Organisation Minidesk die Rechte dafür nicht gegeben hat: {0}.',
  '{0}, {1}': '{0}, {1}',
  '{0} For your administrator: {1}': '{0} Für Ihren Administrator: {1}',
  'This is you: the call is already here': 'Das sind Sie: Der Anruf ist bereits hier',
  'This is you': 'Das sind Sie',
  'This browser does not let the page sound, so the other tab rings on.':
    'Dieser Browser lässt auf der Seite keinen Ton zu, deshalb klingelt der andere Tab weiter.',
  'Your sign-in ends in less than 10 minutes. Sign in again now, and nothing is interrupted.':
    'Ihre Anmeldung endet in weniger als 10 Minuten. Melden Sie sich jetzt erneut an, dann wird nichts unterbrochen.',
  'Your sign-in ends in less than 5 minutes. Sign in again now, and nothing is interrupted.':
    'Ihre Anmeldung endet in weniger als 5 Minuten. Melden Sie sich jetzt erneut an, dann wird nichts unterbrochen.',
  'Your sign-in ends in less than a minute. Sign in again now, and nothing is interrupted.':
    'Ihre Anmeldung endet in weniger als einer Minute. Melden Sie sich jetzt erneut an, dann wird nichts unterbrochen.',
  'Your sign-in had ended.': 'Ihre Anmeldung war abgelaufen.',
  'Minidesk was locked.': 'Minidesk war gesperrt.',
  'This tab slept for {0} hours. It has been brought up to date.':
    'Dieser Tab hat {0} Stunden geruht. Er ist wieder auf dem neuesten Stand.',
  'This tab slept for {0} minutes. It has been brought up to date.':
    'Dieser Tab hat {0} Minuten geruht. Er ist wieder auf dem neuesten Stand.',
  'This tab slept for more than a minute. It has been brought up to date.':
    'Dieser Tab hat mehr als eine Minute geruht. Er ist wieder auf dem neuesten Stand.',
} satisfies Catalog
