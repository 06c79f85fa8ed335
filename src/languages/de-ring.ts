import type { Catalog } from '~/language'

export default {
  Soft: 'Sanft',
  Bright: 'Hell',
  'Low bells': 'Tiefe Glocken',
  'A call rings': 'Ein Anruf klingelt',
  'Another call while you talk': 'Ein weiterer Anruf, während Sie sprechen',
  'Something else is offered to you': 'Ihnen wird etwas anderes angeboten',
  'Live updates are lost': 'Die Live-Aktualisierung ist ausgefallen',
  'A call was not answered in time': 'Ein Anruf wurde nicht rechtzeitig angenommen',
  'Until it is over': 'Bis es vorbei ist',
  Once: 'Einmal',
  Volume: 'Lautstärke',
  '{0} %': '{0} %',
  'Calls ring with': 'Klingelton der Anrufe',
  'They ring': 'Wie oft',
  'This browser lets no page choose a device: calls ring where this computer plays its sounds.':
    'In diesem Browser kann keine Seite ein Gerät wählen: Anrufe klingeln dort, wo dieser Rechner Töne ausgibt.',
  On: 'Ausgabe über',
  'What this computer plays on': 'Ausgabe dieses Rechners',
  'Choose another device': 'Anderes Gerät wählen',
  'Test ring': 'Klingelton testen',
  'What sounds': 'Wann ein Ton erklingt',
  'Calls ring in this tab.': 'Anrufe klingeln in diesem Tab.',
  'Calls ring in another tab.': 'Anrufe klingeln in einem anderen Tab.',
  'Ring here': 'Hier klingeln',
  '{0} is not there: calls ring where this computer plays its sounds.':
    '{0} ist nicht da: Anrufe klingeln dort, wo dieser Rechner Töne ausgibt.',
} satisfies Catalog
