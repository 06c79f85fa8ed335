/** Official error codes, each with its status and its message. */
export type Catalogue = Readonly<Record<string, readonly [status: number, message: string]>>
