/** Requests in a minute that a cautious organization grants, counted in the strictest way. */
export const perMinute = 60
