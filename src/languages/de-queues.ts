import type { Catalog } from '~/language'

export default {
  'Filter your queues': 'Ihre Warteschlangen filtern',
  'Name of a queue': 'Name einer Warteschlange',
  'No queue of yours has this in its name.': 'Keine Ihrer Warteschlangen hat dies im Namen.',
  'Your queues': 'Ihre Warteschlangen',
  'Leave {0}': '{0} verlassen',
  'Join {0}': '{0} beitreten',
  'Whether you have joined it could not be read':
    'Ob Sie ihr beigetreten sind, konnte nicht gelesen werden',
  Leave: 'Verlassen',
  Join: 'Beitreten',
  'Show more queues': 'Weitere Warteschlangen anzeigen',
  'Whether you have joined your queues could not be read':
    'Ob Sie Ihren Warteschlangen beigetreten sind, konnte nicht gelesen werden',
  'Another change is under way': 'Eine andere Änderung läuft noch',
  'My queues': 'Meine Warteschlangen',
  'You have joined all': 'Sie sind allen beigetreten',
  'Join all': 'Allen beitreten',
  'You have joined none': 'Sie sind keiner beigetreten',
  'No call of a queue comes to you after that, even on queue':
    'Danach erreicht Sie kein Anruf einer Warteschlange, auch nicht mit „In Warteschlange“',
  'Leave all': 'Alle verlassen',
  'Your queues could not be read. {0}': 'Ihre Warteschlangen konnten nicht geladen werden. {0}',
  'You have joined no queue: no call of a queue comes to you, even on queue.':
    'Sie sind keiner Warteschlange beigetreten: Kein Anruf einer Warteschlange erreicht Sie, auch nicht mit „In Warteschlange“.',
  'Your queues are being read …': 'Ihre Warteschlangen werden geladen …',
  'You are a member of no queue.': 'Sie sind Mitglied keiner Warteschlange.',
  'Only your first 500 queues are listed.': 'Nur Ihre ersten 500 Warteschlangen werden angezeigt.',
  'Joining {0}': 'Beitritt zu {0}',
  'Leaving {0}': 'Verlassen von {0}',
  'Joining {0} queues': 'Beitritt zu {0} Warteschlangen',
  'Leaving {0} queues': 'Verlassen von {0} Warteschlangen',
  'Genesys Cloud accepted it. {0} is not seen in all of them yet: look under Queues and phone.':
    'Genesys Cloud hat es angenommen. {0}: noch nicht bei allen zu sehen. Sehen Sie unter „Warteschlangen und Telefon“ nach.',
  'Nobody waiting': 'Niemand wartet',
  '{0} waiting, longest {1}': '{0} wartend, am längsten {1}',
  'Joining …': 'Beitritt läuft …',
  'Leaving …': 'Verlassen läuft …',
  'Whether you have joined it is not known': 'Ob Sie ihr beigetreten sind, ist nicht bekannt',
  Joined: 'Beigetreten',
  'Not joined': 'Nicht beigetreten',
  'All {0} queues are joined.': 'Sie sind allen {0} Warteschlangen beigetreten.',
  'All {0} queues are left.': 'Sie haben alle {0} Warteschlangen verlassen.',
  'Joining: {0} of {1} queues …': 'Beitritt: {0} von {1} Warteschlangen …',
  'Leaving: {0} of {1} queues …': 'Verlassen: {0} von {1} Warteschlangen …',
  '{0} of {1} queues are joined, {2} are not: Genesys Cloud may take a while, or may not have done it.':
    'Sie sind {0} von {1} Warteschlangen beigetreten, {2} nicht: Genesys Cloud braucht vielleicht noch, oder es ist nicht erfolgt.',
  '{0} of {1} queues are left, {2} are not: Genesys Cloud may take a while, or may not have done it.':
    'Sie haben {0} von {1} Warteschlangen verlassen, {2} nicht: Genesys Cloud braucht vielleicht noch, oder es ist nicht erfolgt.',
} satisfies Catalog
