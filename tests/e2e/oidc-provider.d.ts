/** As much of it as is used here: it comes without types. */
declare module 'oidc-provider' {
  import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'

  interface Context {
    readonly path: string
    query: Record<string, string | readonly string[] | undefined>
    readonly response: { get(header: string): string | undefined }
    /** Not at addresses that it does not know. */
    readonly oidc?: { readonly body?: Readonly<Record<string, string>> }
    set(header: string, value: string): void
    type: string
    body: unknown
  }
  interface Interaction {
    readonly uid: string
    readonly prompt: {
      readonly name: string
      readonly details: { readonly missingResourceScopes?: Readonly<Record<string, string[]>> }
    }
    readonly params: { readonly client_id: string; readonly redirect_uri: string }
    readonly session?: { readonly accountId: string }
  }
  interface Grant {
    addResourceScope(resource: string, scopes: string): void
    save(): Promise<string>
  }

  export class Provider {
    constructor(issuer: string, configuration: object)
    use(middleware: (ctx: Context, next: () => Promise<void>) => Promise<void>): void
    callback(): RequestListener
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<Interaction>
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: object,
      options?: { readonly mergeWithLastSubmission: boolean },
    ): Promise<void>
    readonly Grant: new (of: {
      readonly accountId: string
      readonly clientId: string
    }) => Grant
  }
}

declare module 'oidc-provider/lib/adapters/memory_adapter.js' {
  export function createMemoryAdapter(): object
}
