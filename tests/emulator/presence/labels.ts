import type { SystemPresence } from './definitions'

/** What a presence is called, by locale as the platform writes them: `pt_BR`, `de`. */
export type Labels = Readonly<Record<string, string>> & { readonly en_US: string }

/** The system presences in other languages than English. */
export const systemLabels: Readonly<Record<SystemPresence, Readonly<Record<string, string>>>> = {
  Available: { de: 'Verfügbar', fr: 'Disponible', es: 'Disponible', ja: '応対可能' },
  Away: { de: 'Abwesend', fr: 'Absent', es: 'Ausente', ja: '離席中' },
  Break: { de: 'Pause', fr: 'Pause', es: 'Descanso', ja: '休憩' },
  Busy: { de: 'Beschäftigt', fr: 'Occupé', es: 'Ocupado', ja: '取り込み中' },
  Idle: { de: 'Inaktiv', fr: 'Inactif', es: 'Inactivo', ja: 'アイドル' },
  Meal: { de: 'Essen', fr: 'Repas', es: 'Comida', ja: '食事' },
  Meeting: { de: 'Besprechung', fr: 'Réunion', es: 'Reunión', ja: '会議' },
  Offline: { de: 'Offline', fr: 'Hors ligne', es: 'Desconectado', ja: 'オフライン' },
  OnQueue: { de: 'In Warteschlange', fr: 'En file d’attente', es: 'En cola', ja: 'キュー' },
  Training: { de: 'Schulung', fr: 'Formation', es: 'Capacitación', ja: 'トレーニング' },
}

/** The labels of one locale, or of all; where a locale has none, the English ones. */
export function labelsFor(labels: Labels, locale: string): Readonly<Record<string, string>> {
  if (locale === 'ALL') return labels
  const label = Object.hasOwn(labels, locale) ? labels[locale] : undefined
  return label === undefined ? { en_US: labels.en_US } : { [locale]: label }
}
