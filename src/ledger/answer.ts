/** What a request was answered, kept where it can be asked at any time. */
export interface Answered {
  send(): Promise<unknown>
  /** `none`: refused, or nobody can say. Undefined as long as it is on its way. */
  answer(): 'accepted' | 'none' | undefined
}

export function makeAnswered(sent: () => Promise<unknown>): Answered {
  let answer: 'accepted' | 'none' | undefined
  return {
    answer: () => answer,
    async send() {
      try {
        await sent()
        answer = 'accepted'
      } catch (error) {
        answer = 'none'
        throw error
      }
    },
  }
}
