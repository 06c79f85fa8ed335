/** Kept by signin.ts from the moment in which this tab leaves for the login page. */
const transactionKey = 'minidesk.transaction'

/** This tab is on its way there, and comes back. */
export function isOnItsWay(): boolean {
  try {
    return sessionStorage.getItem(transactionKey) !== null
  } catch {
    return false
  }
}
