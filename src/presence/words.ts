/** Why Genesys Cloud refuses a status, by its own codes. */
export const refusals: Readonly<Record<string, string>> = {
  'presence.not.authorized.update.on.queue': 'You may not go on queue.',
  'presenceservice.conflict': 'Your last status change is still being worked on. Try again.',
}
