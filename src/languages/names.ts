/** The languages of the desk, each with the name that it has in itself. */
export const languages = { en: 'English', de: 'Deutsch' } as const
