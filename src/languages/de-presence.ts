import type { Catalog } from '~/language'

export default {
  'That time is over': 'Diese Zeit ist vorbei',
  'Out of office until': 'Außer Haus bis',
  'Out of office until I end it': 'Außer Haus, bis ich es beende',
  'Out of office until then': 'Außer Haus bis dahin',
  'I am back': 'Ich bin zurück',
  'Colleagues see it. No call is kept from you by it: for that, go off queue.':
    'Kollegen sehen es. Es hält keine Anrufe von Ihnen fern: Schalten Sie dafür „In Warteschlange“ aus.',
  'Set when the call and its after-call work have ended. This tab has to stay open: a reload forgets it.':
    'Wird gesetzt, wenn der Anruf und seine Nachbearbeitung beendet sind. Dieser Tab muss offen bleiben: Beim Neuladen geht es verloren.',
  'Stay {0}': 'Bei {0} bleiben',
  'A call was not answered, so no more calls come to you. It was {0}.':
    'Ein Anruf wurde nicht angenommen, darum kommen keine weiteren Anrufe zu Ihnen. Es war {0}.',
  'A call was not answered, so no more calls come to you.':
    'Ein Anruf wurde nicht angenommen, darum kommen keine weiteren Anrufe zu Ihnen.',
  'Your statuses could not be read yet.': 'Ihre Statusauswahl konnte noch nicht geladen werden.',
  'Presence:': 'Anwesenheit:',
  'The end of out of office': 'Das Ende von „Außer Haus“',
  'Out of office until you end it': 'Außer Haus, bis Sie es beenden',
  'Out of office until {0}': 'Außer Haus bis {0}',
  'This page was asleep when your work may have ended.':
    'Diese Seite war im Ruhezustand, als Ihre Arbeit vielleicht endete.',
  'You were not set to {0}. {1}': 'Ihr Status wurde nicht auf {0} gesetzt. {1}',
  'Without live updates it is not known when your work ended.':
    'Ohne Live-Aktualisierung ist nicht bekannt, wann Ihre Arbeit endete.',
  'Your status has changed meanwhile.': 'Ihr Status hat sich inzwischen geändert.',
  'The change to {0}': 'Der Wechsel zu {0}',
  'Your statuses could not be read yet': 'Ihre Statusauswahl konnte noch nicht geladen werden',
  'Your organization offers no On Queue status':
    'Ihre Organisation bietet keinen Status „In Warteschlange“ an',
  Unknown: 'Unbekannt',
  'The return to the queue': 'Die Rückkehr in die Warteschlange',
  'You may not go on queue.': 'Sie dürfen nicht in die Warteschlange.',
  'Genesys Cloud takes it for the status of somebody else. Sign out, and sign in again as yourself.':
    'Genesys Cloud hält es für den Status von jemand anderem. Melden Sie sich ab und als Sie selbst wieder an.',
  'Your last status change is still being worked on. Try again.':
    'Ihre letzte Statusänderung wird noch bearbeitet. Versuchen Sie es noch einmal.',
  'Genesys Cloud does not know you any more. Ask your administrator.':
    'Genesys Cloud kennt Sie nicht mehr. Fragen Sie Ihren Administrator.',
  'Off queue': 'Außerhalb der Warteschlange',
  'No calls of your queues come to you.': 'Aus Ihren Warteschlangen kommen keine Anrufe zu Ihnen.',
  'You are free: the next call may ring at any moment.':
    'Sie sind frei: Der nächste Anruf kann jeden Augenblick klingeln.',
  Interacting: 'In Interaktion',
  'You are in a conversation of a queue, or in its after-call work.':
    'Sie sind in einer Interaktion einer Warteschlange oder in deren Nachbearbeitung.',
  'A call was not answered: none come until you are back on queue.':
    'Ein Anruf wurde nicht angenommen: Es kommen keine, bis Sie wieder in der Warteschlange sind.',
  Communicating: 'Anderweitig im Gespräch',
  'You are in a call of no queue: none of your queues come meanwhile.':
    'Sie sind in einem Anruf ohne Warteschlange: Aus Ihren Warteschlangen kommen währenddessen keine.',
  'Genesys Cloud tells a routing status that Minidesk does not know.':
    'Genesys Cloud nennt einen Routingstatus, den Minidesk nicht kennt.',
  'Chosen here': 'Hier gewählt',
  'Chosen by you, in another tab': 'Von Ihnen in einem anderen Tab gewählt',
  'As had been asked for, after the work of then': 'Wie gewünscht, nach der damaligen Arbeit',
  'Set by Genesys Cloud': 'Von Genesys Cloud gesetzt',
  'Changed elsewhere: by you in another app, by a supervisor, or by Genesys Cloud':
    'Anderswo geändert: von Ihnen in einer anderen App, von einem Supervisor oder von Genesys Cloud',
  'Perhaps by an order from here: its answer is missing':
    'Vielleicht durch einen Befehl von hier: Die Antwort darauf fehlt',
  'It was so when this page was opened': 'War schon so, als diese Seite geöffnet wurde',
} satisfies Catalog
