import type { Catalog } from '~/language'

export default {
  'Copied.': 'Kopiert.',
  'This browser does not let Minidesk copy.': 'Dieser Browser lässt Minidesk nicht kopieren.',
  'This part of the desk could not be loaded.':
    'Dieser Teil des Arbeitsplatzes konnte nicht geladen werden.',
} satisfies Catalog
