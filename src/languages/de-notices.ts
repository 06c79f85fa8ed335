import type { Catalog } from '~/language'

export default {
  'This browser shows no notifications for pages.':
    'Dieser Browser zeigt keine Benachrichtigungen von Seiten an.',
  'This browser was told to show none: allow notifications for this site in its settings.':
    'In diesem Browser sind sie abgeschaltet: Lassen Sie in seinen Einstellungen Benachrichtigungen für diese Website zu.',
  'Notify me of calls while I look elsewhere':
    'Bei Anrufen benachrichtigen, wenn ich woanders hinsehe',
  'With the customer’s name': 'Mit dem Namen des Kunden',
  'Your administrator keeps names out of notifications.':
    'Ihr Administrator lässt in Benachrichtigungen keine Namen zu.',
  Notices: 'Meldungen',
  News: 'Neues',
} satisfies Catalog
