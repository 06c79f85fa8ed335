/** What Genesys Cloud tells of a sign-in and its notification channel. Everything may be missing. */

export interface Channel {
  connectUri?: string
  id?: string
  expires?: string
}

/** As it was asked for; its state is told where errors are ignored. */
export interface ChannelTopic {
  id?: string
  state?: string
}

export interface TokenInfo {
  authorizedScope?: string[]
  dateTokenIdles?: string
}

export interface IdleTokenTimeout {
  enableIdleTokenTimeout?: boolean
  idleTokenTimeoutSeconds?: number
}
