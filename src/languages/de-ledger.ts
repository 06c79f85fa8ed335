import type { Catalog } from '~/language'

export default {
  '{0} did not happen: your sign-in had ended. Sign in again, then press it again.':
    '{0}: nicht erfolgt. Ihre Anmeldung war beendet. Melden Sie sich wieder an und drücken Sie dann noch einmal.',
  '{0} did not happen. {1}': '{0}: nicht erfolgt. {1}',
  '{0}: whether it happened could not be read. It was not sent again.':
    '{0}: Ob es erfolgt ist, konnte nicht gelesen werden. Es wurde nicht noch einmal gesendet.',
  'Genesys Cloud accepted it, but nothing changed. {0} may still come.':
    'Genesys Cloud hat es angenommen, aber nichts hat sich geändert. Kann noch kommen: {0}.',
  'Genesys Cloud did not answer. {0} did not happen, as far as can be seen. It was not sent again.':
    'Genesys Cloud hat nicht geantwortet. {0}: allem Anschein nach nicht erfolgt. Es wurde nicht noch einmal gesendet.',
  'the call is dialing': 'der Anruf wird gewählt',
  'the call is connected': 'der Anruf ist verbunden',
  'the call is on hold': 'der Anruf wird gehalten',
  'you are muted': 'Sie sind stummgeschaltet',
  'you are not muted': 'Sie sind nicht stummgeschaltet',
  'your part in the call has ended': 'Ihre Teilnahme am Anruf ist beendet',
  'the call was offered there': 'der Anruf wurde dort angeboten',
  'no wrap-up is owed any more': 'es steht kein Abschluss mehr aus',
  'the call shows it': 'der Anruf zeigt es',
  'Genesys Cloud has taken it': 'Genesys Cloud hat es übernommen',
  'your status is the one you chose': 'Ihr Status ist der, den Sie gewählt haben',
  'your absence is as you set it': 'Ihre Abwesenheit ist so, wie Sie sie eingestellt haben',
  'you are no longer Not Responding': 'Ihr Status ist nicht mehr „Reagiert nicht“',
  'your phone is the one you chose': 'Ihr Telefon ist das, das Sie gewählt haben',
  'your queues are as you chose': 'Ihre Warteschlangen sind so, wie Sie gewählt haben',
  'by the event': 'durch das Ereignis',
  'when it was looked up': 'beim Nachsehen',
  'by the answer': 'durch die Antwort',
  '{0}, ordered before the reload': '{0}, vor dem Neuladen ausgelöst',
  '{0}, did not happen, as far as can be seen. It was not sent again.':
    '{0}: allem Anschein nach nicht erfolgt. Es wurde nicht noch einmal gesendet.',
  '{0}: done.': '{0}: erledigt.',
  '{0} Whether it happened cannot be seen.': '{0} Ob es erfolgt ist, lässt sich nicht erkennen.',
  'after {0} s': 'nach {0} s',
  'sent {0}': 'gesendet {0}',
  '{0} times, as Genesys Cloud asked to wait': '{0} Mal, weil Genesys Cloud um Warten bat',
  'accepted {0}': 'angenommen {0}',
  'waits for its turn': 'wartet, bis es an der Reihe ist',
  'is about to be sent': 'wird gleich gesendet',
  'not answered yet': 'noch nicht beantwortet',
  'not confirmed yet': 'noch nicht bestätigt',
  'being looked up': 'wird nachgesehen',
  'confirmed {0} {1}: {2}': 'bestätigt {0} {1}: {2}',
  'refused {0}': 'abgelehnt {0}',
  'not sent: its time was over {0}': 'nicht gesendet: Zeit abgelaufen {0}',
  'not seen to have happened {0}': '{0} nicht als erfolgt zu erkennen',
  'not known {0}: it could not be looked up':
    '{0} nicht bekannt: es konnte nicht nachgesehen werden',
} satisfies Catalog
