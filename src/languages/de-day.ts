import type { Catalog } from '~/language'

export default {
  'Handled calls': 'Bearbeitete Anrufe',
  'Calls of today that you talked in and are done with, the work after them included.':
    'Anrufe von heute, in denen Sie gesprochen haben und die samt Nachbearbeitung erledigt sind.',
  'Average handle time': 'Mittlere Bearbeitungszeit',
  'Talk, holds and after-call work of a handled call, on average.':
    'Gespräch, Halten und Nachbearbeitung eines bearbeiteten Anrufs, im Durchschnitt.',
  'From the end of calls to the end of the work after them, in all.':
    'Vom Ende der Anrufe bis zum Ende der Arbeit danach, insgesamt.',
  Holds: 'Gehalten',
  'How often you put a call on hold and took it back.':
    'Wie oft Sie einen Anruf gehalten und wieder aufgenommen haben.',
  'Time on hold': 'Haltezeit',
  'How long your calls were on hold, in all.': 'Wie lange Ihre Anrufe gehalten wurden, insgesamt.',
  'Calls that you sent on, with a consult or without.':
    'Anrufe, die Sie weitergeleitet haben, mit oder ohne Rücksprache.',
  'Your day is being read…': 'Ihr Tag wird geladen…',
  'As of {0}. Read again at {1}: every five minutes at most.':
    'Stand {0}. Wird um {1} neu geladen: höchstens alle fünf Minuten.',
  'Your calls of today cannot be shown.': 'Ihre Anrufe von heute können nicht angezeigt werden.',
  'Your day could not be read.': 'Ihr Tag konnte nicht geladen werden.',
  'Genesys Cloud tells of no calls today.': 'Genesys Cloud meldet für heute keine Anrufe.',
  'not told': 'keine Angabe',
} satisfies Catalog
