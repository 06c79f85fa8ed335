import type { Catalog } from '~/language'

export default {
  'Your phone is being read …': 'Ihr Telefon wird geladen …',
  'You have no phone': 'Sie haben kein Telefon',
  'Calls cannot reach you, and you cannot place any. Choose a phone.':
    'Es können keine Anrufe zu Ihnen kommen, und Sie können niemanden anrufen. Wählen Sie ein Telefon.',
  'Change phone': 'Telefon wechseln',
  'Choose a phone': 'Telefon wählen',
  'Release phone': 'Telefon freigeben',
  'It rings whenever you have chosen no other phone':
    'Es klingelt immer dann, wenn Sie kein anderes Telefon gewählt haben',
  'Make it my default': 'Zu meinem Standard machen',
  'Without a default phone, calls reach you only at one that you choose':
    'Ohne Standardtelefon erreichen Anrufe Sie nur an einem Telefon, das Sie wählen',
  'No default any more': 'Nicht mehr Standard',
  'Your phone could not be read. {0}': 'Ihr Telefon konnte nicht geladen werden. {0}',
  'Read it again': 'Noch einmal laden',
  'Calls ring at it because it is your default phone; you have chosen no other.':
    'Anrufe klingeln hier, weil es Ihr Standardtelefon ist; Sie haben kein anderes gewählt.',
  'In use since {0}. It is your default phone.': 'Verwendet seit {0}. Es ist Ihr Standardtelefon.',
  'It is your default phone.': 'Es ist Ihr Standardtelefon.',
  'In use since {0}. Your default phone is {1}.':
    'Verwendet seit {0}. Ihr Standardtelefon ist {1}.',
  'Your default phone is {0}.': 'Ihr Standardtelefon ist {0}.',
  'In use since {0}. You have no default phone.':
    'Verwendet seit {0}. Sie haben kein Standardtelefon.',
  'You have no default phone.': 'Sie haben kein Standardtelefon.',
  'Calls ring at your default phone then: {0}':
    'Anrufe klingeln dann an Ihrem Standardtelefon: {0}',
  'You have no default phone: no call can reach you then':
    'Sie haben kein Standardtelefon: Dann kann Sie kein Anruf erreichen',
  'Your own': 'Ihr eigenes',
  'In use by you': 'Von Ihnen verwendet',
  'You use this phone already': 'Sie verwenden dieses Telefon bereits',
  'No phone has this in its name.': 'Kein Telefon hat dies im Namen.',
  'The first {0} phones': 'Die ersten {0} Telefone',
  'Find a phone': 'Telefon suchen',
  'Name of a phone': 'Name eines Telefons',
  'A remote number is listed like any phone. Which number it rings is set up by your administrator.':
    'Eine externe Nummer steht in der Liste wie jedes Telefon. Welche Nummer dabei klingelt, legt Ihr Administrator fest.',
  'The phones could not be searched. {0}': 'Die Telefone konnten nicht durchsucht werden. {0}',
  Phones: 'Telefone',
  'Use {0}': '{0} verwenden',
  Use: 'Verwenden',
  'Show more phones': 'Weitere Telefone anzeigen',
  'Unnamed phone': 'Telefon ohne Namen',
  'WebRTC phone, in a browser': 'WebRTC-Telefon, in einem Browser',
  'Remote number': 'Externe Nummer',
  'Generic SIP phone': 'Allgemeines SIP-Telefon',
  'SIP phone': 'SIP-Telefon',
  'Phone of a kind that is not told': 'Telefon unbekannter Art',
  'Answer does not work from here: this phone keeps no persistent connection. Answer where it runs; your administrator can switch the persistent connection on.':
    '„Annehmen“ geht nicht von hier: Dieses Telefon hält keine dauerhafte Verbindung. Nehmen Sie dort an, wo es läuft; Ihr Administrator kann die dauerhafte Verbindung einschalten.',
  'Answer works from here while its persistent connection is up. When it is not, answer where the phone runs: that brings it up.':
    '„Annehmen“ geht von hier, solange die dauerhafte Verbindung besteht. Besteht sie nicht, nehmen Sie dort an, wo das Telefon läuft: Das stellt sie her.',
  'Answer works from here if this phone keeps a persistent connection, which could not be found out.':
    '„Annehmen“ geht von hier, wenn dieses Telefon eine dauerhafte Verbindung hält; das ließ sich nicht feststellen.',
  'Answer works from here only while a persistent connection to the number is up. Otherwise pick up the phone of that number: it rings there.':
    '„Annehmen“ geht von hier nur, solange eine dauerhafte Verbindung zu der Nummer besteht. Nehmen Sie sonst am Telefon mit dieser Nummer ab: Dort klingelt es.',
  'Answer works from here if this phone understands talk and hold events, which Genesys Cloud does not tell. If Answer is refused, pick up the phone.':
    '„Annehmen“ geht von hier, wenn dieses Telefon „talk“- und „hold“-Ereignisse versteht; das teilt Genesys Cloud nicht mit. Wird „Annehmen“ abgelehnt, nehmen Sie am Telefon ab.',
  'Whether Answer works from here is not known. If it is refused, answer on the phone itself.':
    'Ob „Annehmen“ von hier geht, ist nicht bekannt. Wird es abgelehnt, nehmen Sie am Telefon selbst an.',
  '{0} uses this phone': '{0} verwendet dieses Telefon',
  'Somebody else uses this phone': 'Jemand anders verwendet dieses Telefon',
  'This phone is set up for somebody else': 'Dieses Telefon ist für jemand anderen eingerichtet',
  'The change of your phone to {0}': 'Der Wechsel Ihres Telefons zu {0}',
  'The release of {0}': 'Die Freigabe von {0}',
  'The change of your default phone': 'Der Wechsel Ihres Standardtelefons',
  'The removal of your default phone': 'Das Entfernen Ihres Standardtelefons',
  'That phone no longer exists. Search again.':
    'Dieses Telefon gibt es nicht mehr. Suchen Sie noch einmal.',
  'Somebody else uses that phone. Choose another one.':
    'Jemand anders verwendet dieses Telefon. Wählen Sie ein anderes.',
  "That phone is somebody else's default phone.":
    'Dieses Telefon ist das Standardtelefon von jemand anderem.',
  'That phone is not connected to Genesys Cloud right now. Choose another one, or tell your administrator.':
    'Dieses Telefon ist gerade nicht mit Genesys Cloud verbunden. Wählen Sie ein anderes oder sagen Sie es Ihrem Administrator.',
  'That phone is not set up completely: it has no location. Tell your administrator.':
    'Dieses Telefon ist nicht vollständig eingerichtet: Ihm fehlt ein Standort. Sagen Sie es Ihrem Administrator.',
  'Your user is not set up for phones. Tell your administrator.':
    'Ihr Benutzer ist nicht für Telefone eingerichtet. Sagen Sie es Ihrem Administrator.',
} satisfies Catalog
