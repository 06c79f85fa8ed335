import type { Catalog } from '~/language'

export default {
  'Ask your administrator to add allow-same-origin to the frame’s sandbox.':
    'Bitten Sie Ihren Administrator, in der Sandbox des Frames allow-same-origin zu ergänzen.',
  'Its worker could not be loaded in this browser.':
    'Der Worker von Minidesk konnte in diesem Browser nicht geladen werden.',
  'Its worker no longer answers. Your calls are not affected.':
    'Der Worker von Minidesk antwortet nicht mehr. Ihre Anrufe sind davon nicht betroffen.',
  'Signing out…': 'Abmeldung läuft…',
} satisfies Catalog
