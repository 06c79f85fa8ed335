/** The parts of a ledger that a test of something else does not look at: events can come. */
export const fakeEars = { hears: () => true, unsay: () => {}, onDeaf: () => {} }
