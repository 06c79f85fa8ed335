import type { Catalog } from '~/language'

export default {
  'Your role lacks a permission for it': 'Ihrer Rolle fehlt eine Berechtigung dafür',
  'Your role lacks the permission {0}': 'Ihrer Rolle fehlt die Berechtigung {0}',
  'Your role lacks the permissions {0}': 'Ihrer Rolle fehlen die Berechtigungen {0}',
  '{0}: {1} characters are too many, {2} can be sent':
    '{0}: {1} Zeichen sind zu viele, {2} können gesendet werden',
  'Your organization has not given Minidesk the right to it.':
    'Ihre Organisation hat Minidesk das Recht dazu nicht gegeben.',
  '{0}, in the division that this belongs to.': '{0}, und zwar im zugehörigen Bereich (Division).',
  'A security policy of your organization denies it.':
    'Eine Sicherheitsrichtlinie Ihrer Organisation verbietet es.',
  'Genesys Cloud does not say what is missing.': 'Genesys Cloud sagt nicht, was fehlt.',
  'The call is no longer ringing.': 'Der Anruf klingelt nicht mehr.',
  'A ringing call cannot be put on hold.': 'Ein klingelnder Anruf kann nicht gehalten werden.',
  'The conversation no longer exists.': 'Die Interaktion gibt es nicht mehr.',
  'A wrap-up code is required.': 'Ein Abschlusscode ist erforderlich.',
  'It is larger than the 512,000 bytes that can be sent at once.':
    'Es ist größer als die 512.000 Byte, die auf einmal gesendet werden können.',
  'Genesys Cloud asks to slow down. Try again in {0} seconds.':
    'Genesys Cloud bittet um weniger Anfragen. Versuchen Sie es in {0} Sekunden noch einmal.',
  'Your sign-in has ended.': 'Ihre Anmeldung ist beendet.',
  'It took too long to be sent, so it was not sent.':
    'Das Senden hätte zu lange gedauert, darum wurde nichts gesendet.',
  'Genesys Cloud has a problem of its own right now.':
    'Genesys Cloud hat gerade selbst eine Störung.',
  'Genesys Cloud did not answer.': 'Genesys Cloud hat nicht geantwortet.',
  'You may not do this.': 'Sie dürfen das nicht.',
  'You may not do this. Genesys Cloud says: {0}': 'Sie dürfen das nicht. Genesys Cloud sagt: {0}',
  'It no longer exists.': 'Das gibt es nicht mehr.',
  'Something else changed it at the same moment. Try again.':
    'Etwas anderes hat es im selben Augenblick geändert. Versuchen Sie es noch einmal.',
  'Genesys Cloud refused: {0}': 'Genesys Cloud hat abgelehnt: {0}',
  'Opening the desk': 'Öffnen des Arbeitsplatzes',
  'Genesys Cloud itself can be used.': 'Genesys Cloud selbst können Sie benutzen.',
  'The phone that Genesys Cloud has for you is used.':
    'Es gilt das Telefon, das Genesys Cloud für Sie hat.',
  'Joining queues': 'Beitritt zu Warteschlangen',
  'Your queues stay as they are.': 'Ihre Warteschlangen bleiben, wie sie sind.',
  'Set it in Genesys Cloud.': 'Stellen Sie es in Genesys Cloud ein.',
  'A colleague can still be searched for in a transfer.':
    'Bei einer Weiterleitung können Sie weiterhin nach Kollegen suchen.',
  'Nothing else depends on it.': 'Sonst hängt nichts davon ab.',
  Statuses: 'Status',
  'Your status stays as it is, and calls go on.':
    'Ihr Status bleibt, wie er ist, und Anrufe gehen weiter.',
  'Go off queue and on queue again.': 'Schalten Sie „In Warteschlange“ aus und wieder ein.',
  'Your calls go on; see to them in Genesys Cloud.':
    'Ihre Anrufe gehen weiter; kümmern Sie sich in Genesys Cloud um sie.',
  'Kind of phone': 'Art des Telefons',
  'Where a call cannot be answered from here, Answer is refused and says so.':
    'Kann ein Anruf nicht von hier angenommen werden, wird „Annehmen“ mit einer Meldung abgelehnt.',
  'Call controls': 'Anrufsteuerung',
  'The call goes on; use your phone for it.':
    'Der Anruf geht weiter; benutzen Sie dafür Ihr Telefon.',
  'Outbound calls': 'Ausgehende Anrufe',
  'Calls still come to you.': 'Anrufe kommen weiterhin zu Ihnen.',
  'Use the keypad of your phone.': 'Benutzen Sie die Tasten Ihres Telefons.',
  'The call goes on, and so does its recording.':
    'Der Anruf geht weiter und seine Aufzeichnung auch.',
  Flags: 'Markierungen',
  'The call goes on.': 'Der Anruf geht weiter.',
  'The call stays with you.': 'Der Anruf bleibt bei Ihnen.',
  Consults: 'Rücksprachen',
  'The call stays with you; it can still be transferred.':
    'Der Anruf bleibt bei Ihnen; weiterleiten können Sie ihn trotzdem.',
  'Further participants': 'Weitere Teilnehmer',
  'The call goes on as it is.': 'Der Anruf geht weiter wie bisher.',
  'Notes for whoever takes the call': 'Notizen für den, der den Anruf übernimmt',
  'The call can still be transferred.': 'Der Anruf kann trotzdem weitergeleitet werden.',
  'Wrap up as the queue asks for it.': 'Schließen Sie so ab, wie die Warteschlange es verlangt.',
  'What you have chosen and written stays here.':
    'Was Sie gewählt und geschrieben haben, bleibt hier.',
  'Names of queues': 'Namen der Warteschlangen',
  'Calls come without the name of their queue.':
    'Anrufe kommen ohne den Namen ihrer Warteschlange.',
  'Names of skills': 'Namen der Skills',
  'The skills a call asks for are counted.': 'Die Skills, die ein Anruf verlangt, werden gezählt.',
  'Figures of queues': 'Zahlen der Warteschlangen',
  'Queues can still be chosen.': 'Warteschlangen können trotzdem gewählt werden.',
  'Search for contacts': 'Suche nach Kontakten',
  'It is about contacts alone.': 'Es betrifft nur Kontakte.',
  'Search for queues': 'Suche nach Warteschlangen',
  'It is about queues alone.': 'Es betrifft nur Warteschlangen.',
  'Search for colleagues': 'Suche nach Kollegen',
  'It is about colleagues alone.': 'Es betrifft nur Kollegen.',
  'The desk asks for news every few seconds.':
    'Der Arbeitsplatz fragt alle paar Sekunden nach Neuem.',
  'Check of scopes': 'Prüfung der Scopes',
  'Idle time-out': 'Zeitlimit bei Inaktivität',
  'Sign-out': 'Abmeldung',
  'The sign-in ends by itself when its time is over.':
    'Die Anmeldung endet von selbst, wenn ihre Zeit abgelaufen ist.',
} satisfies Catalog
