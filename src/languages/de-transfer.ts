import type { Catalog } from '~/language'

export default {
  Consulted: 'In Rücksprache',
  'Talk to both': 'Mit beiden sprechen',
  'Complete transfer': 'Weiterleitung abschließen',
  'Cancel consult': 'Rücksprache abbrechen',
  All: 'Alle',
  External: 'Extern',
  Recent: 'Zuletzt',
  'There are no queues. Type a name or a number.':
    'Es gibt keine Warteschlangen. Geben Sie einen Namen oder eine Nummer ein.',
  'Type a name. Favourites are listed here.':
    'Geben Sie einen Namen ein. Favoriten werden hier aufgelistet.',
  'Type the name of a contact, or a number.':
    'Geben Sie den Namen eines Kontakts oder eine Nummer ein.',
  'Where calls go from here is listed until you sign out.':
    'Die Ziele Ihrer Weiterleitungen und Anrufe werden hier aufgelistet, bis Sie sich abmelden.',
  'Searching…': 'Suche läuft…',
  'Reading the number…': 'Nummer wird gelesen…',
  'Nobody and no queue is called “{0}”.': 'Niemand und keine Warteschlange heißt „{0}“.',
  'Nothing is called “{0}” here.': 'Hier heißt nichts „{0}“.',
  'Look in': 'Suchen in',
  'Find a person, queue or number': 'Person, Warteschlange oder Nummer suchen',
  'Person, queue or number': 'Person, Warteschlange oder Nummer',
  'The search failed. {0}': 'Die Suche ist fehlgeschlagen. {0}',
  Destinations: 'Ziele',
  'Hide unreachable': 'Nicht erreichbare ausblenden',
  'Show unreachable ({0})': 'Nicht erreichbare anzeigen ({0})',
  'Show more': 'Mehr anzeigen',
  'Numbers of {0}': 'Nummern von {0}',
  '{0} numbers': '{0} Nummern',
  'Waiting for {0} to accept': 'Warten auf Annahme durch {0}',
  'Cancel transfer': 'Weiterleitung abbrechen',
  'Add to the call': 'Zum Anruf hinzufügen',
  'Another transfer is on its way': 'Eine andere Weiterleitung ist unterwegs',
  Add: 'Hinzufügen',
  'Add {0} to the call': '{0} zum Anruf hinzufügen',
  'Transfer to {0}': 'Weiterleiten an {0}',
  'Consult {0}': 'Rücksprache mit {0}',
  'Close transfer': 'Weiterleitung schließen',
  'The transfer is on its way': 'Die Weiterleitung ist unterwegs',
  'What to do with the call': 'Was mit dem Anruf geschehen soll',
  'Note for whoever takes the call': 'Notiz für den, der den Anruf annimmt',
  'Transferring to {0} in': 'Weiterleitung an {0} in',
  'a moment. Enter sends it now, Escape takes it back.':
    'Kürze. Enter sendet sie sofort, Esc nimmt sie zurück.',
  'Send now': 'Jetzt senden',
  Undo: 'Rückgängig',
  'Your organization does not allow this desk to call there':
    'Ihre Organisation erlaubt diesem Arbeitsplatz keine Anrufe dorthin',
  'Queue: Genesys Cloud named it by an id that cannot be used.':
    'Warteschlange: Genesys Cloud hat dafür eine ID genannt, die nicht verwendbar ist.',
  'Colleague: Genesys Cloud named them by an id that cannot be used.':
    'Kollege: Genesys Cloud hat dafür eine ID genannt, die nicht verwendbar ist.',
  'Contact: Genesys Cloud named them by an id that cannot be used.':
    'Kontakt: Genesys Cloud hat dafür eine ID genannt, die nicht verwendbar ist.',
  'Number: it must begin with + and the country code, and have 4 to 15 digits.':
    'Nummer: Sie muss mit + und der Ländervorwahl beginnen und 4 bis 15 Ziffern haben.',
  Note: 'Notiz',
  'In a conversation': 'Im Gespräch',
  'On another call': 'In einem anderen Anruf',
  'nobody waiting': 'niemand wartet',
  'no wait': 'keine Wartezeit',
  'about {0} wait': 'etwa {0} Wartezeit',
  live: 'live',
  'just now': 'gerade eben',
  '{0} for {1}': '{0} seit {1}',
  'Waiting in the queue': 'Wartet in der Warteschlange',
  Talking: 'Spricht',
  Gone: 'Nicht mehr da',
  '{0} has not answered': '{0} hat noch nicht angenommen',
  'Another order for this call is on its way': 'Ein anderer Befehl für diesen Anruf ist unterwegs',
  'You are talking to both': 'Sie sprechen mit beiden',
  'Nobody else is in the call': 'Sonst ist niemand im Anruf',
  'In a conference nobody can be consulted: add them to the call':
    'In einer Konferenz ist keine Rücksprache möglich: Fügen Sie die Person zum Anruf hinzu',
  Work: 'Geschäftlich',
  Mobile: 'Mobil',
  Home: 'Privat',
  Other: 'Sonstige',
  work: 'geschäftlich',
  mobile: 'mobil',
  home: 'privat',
  other: 'sonstige',
  'Type the number with + and the country code.':
    'Geben Sie die Nummer mit + und der Ländervorwahl ein.',
  'This number is too short to be called.': 'Diese Nummer ist zu kurz, um angerufen zu werden.',
  'This number is too long to be called.': 'Diese Nummer ist zu lang, um angerufen zu werden.',
  'No country has this code.': 'Kein Land hat diese Vorwahl.',
  'This is not a number that can be called.': 'Diese Nummer kann nicht angerufen werden.',
  'Genesys Cloud does not say who is asked':
    'Genesys Cloud nennt nicht, wem der Anruf angeboten wird',
  'Taking back the transfer to {0}': 'Die Rücknahme der Weiterleitung an {0}',
  'The transfer to {0}': 'Die Weiterleitung an {0}',
  'The consult with {0}': 'Die Rücksprache mit {0}',
  'Adding {0} to the call': 'Das Hinzufügen von {0} zum Anruf',
  'The note': 'Die Notiz',
  'whoever it went to': 'das Ziel',
  'The call ended before {0} had taken it.': 'Der Anruf endete, bevor {0} ihn angenommen hatte.',
  'It is still with you.': 'Er ist noch bei Ihnen.',
  'It is no longer with you.': 'Er ist nicht mehr bei Ihnen.',
  'What became of the transfer to {0} is not known. {1}':
    'Was aus dem Anruf nach der Weiterleitung an {0} wurde, ist nicht bekannt. {1}',
  '{0} did not take the call in time. {1}': 'Den Anruf hat {0} nicht rechtzeitig angenommen. {1}',
  '{0} did not take the call. {1}': 'Den Anruf hat {0} nicht angenommen. {1}',
  'Queues are listed without figures. {0}.': 'Warteschlangen werden ohne Zahlen aufgelistet. {0}.',
  'How it goes in queues could not be read.':
    'Die Zahlen der Warteschlangen konnten nicht geladen werden.',
  'The call is gone. It may have been transferred after all.':
    'Der Anruf ist weg. Vielleicht wurde er doch weitergeleitet.',
  'Your part in the call has ended, so nothing was transferred from here.':
    'Ihre Teilnahme am Anruf ist beendet, deshalb wurde von hier nichts weitergeleitet.',
  'The transfer to {0} was not sent.': 'Die Weiterleitung an {0} wurde nicht gesendet.',
  '{0} Meanwhile somebody else has sent the call on, or consults about it.':
    '{0} Inzwischen hat jemand anderes den Anruf weitergegeben oder hält dazu Rücksprache.',
  'Whether anybody is there could not be seen.': 'Ob jemand da ist, war nicht zu erkennen.',
  'The transfer to {0} did not happen. {1}': 'Die Weiterleitung an {0} ist nicht erfolgt. {1}',
  'The transfer to {0} was not sent: this page was asleep when its time came.':
    'Die Weiterleitung an {0} wurde nicht gesendet: Diese Seite war im Ruhezustand, als es so weit war.',
  '{0} did not go out, because the note could not be passed on.':
    '{0} wurde nicht gesendet, weil die Notiz nicht übergeben werden konnte.',
  'An earlier order for this call is still being looked up.':
    'Ein früherer Befehl für diesen Anruf wird noch geprüft.',
  'The call was not transferred.': 'Der Anruf wurde nicht weitergeleitet.',
  'Nobody was consulted.': 'Es wurde keine Rücksprache begonnen.',
  'Nobody was added to the call.': 'Es wurde niemand zum Anruf hinzugefügt.',
  'Only a connected call can be transferred.':
    'Nur ein verbundener Anruf kann weitergeleitet werden.',
  'The call is already there.': 'Der Anruf ist bereits dort.',
  'This organization does not allow a queue call to be transferred unattended.':
    'Diese Organisation erlaubt keine direkte Weiterleitung von Anrufen aus einer Warteschlange.',
  'That queue no longer exists.': 'Diese Warteschlange gibt es nicht mehr.',
  'Your organization does not allow a transfer there.':
    'Ihre Organisation erlaubt keine Weiterleitung dorthin.',
  'Your organization does not allow you to transfer to this number.':
    'Ihre Organisation erlaubt Ihnen nicht, an diese Nummer weiterzuleiten.',
  'Genesys Cloud does not know that target.': 'Genesys Cloud kennt dieses Ziel nicht.',
  'A queue call cannot go to a voicemail.':
    'Ein Anruf aus einer Warteschlange kann nicht an eine Voicemail gehen.',
  'A chat cannot go to a voicemail.': 'Ein Chat kann nicht an eine Voicemail gehen.',
  'A chat cannot leave the organization.': 'Ein Chat kann die Organisation nicht verlassen.',
  'Genesys Cloud does not let it be taken back: it stays offered until it is taken or times out.':
    'Genesys Cloud lässt die Rücknahme nicht zu: Der Anruf bleibt angeboten, bis er angenommen wird oder die Zeit abläuft.',
  'Only somebody who is connected can consult.': 'Nur wer verbunden ist, kann Rücksprache halten.',
  'The customer is not connected any more.': 'Der Kunde ist nicht mehr verbunden.',
  'This number cannot be called.': 'Diese Nummer kann nicht angerufen werden.',
  'They are in the call already.': 'Diese Person ist bereits im Anruf.',
  'In a conference nobody can be consulted: add them to the call.':
    'In einer Konferenz ist keine Rücksprache möglich: Fügen Sie die Person zum Anruf hinzu.',
  'The consult is over.': 'Die Rücksprache ist beendet.',
  'Somebody is on the way already: wait until they have answered.':
    'Es wird bereits jemand angerufen: Warten Sie, bis angenommen wurde.',
  'Only somebody who is connected can add others.':
    'Nur wer verbunden ist, kann andere hinzufügen.',
  'They cannot be called, or are in the call already.':
    'Diese Person kann nicht angerufen werden oder ist bereits im Anruf.',
  'Your phone cannot place calls right now.': 'Ihr Telefon kann gerade keine Anrufe tätigen.',
} satisfies Catalog
