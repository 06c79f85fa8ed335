/** One thing that may be asked of Genesys Cloud, with all that is known of it; and how one is written down. */

/** What goes first when the allowance is short. */
export type Lane = 'action' | 'screen' | 'background'

/** The permissions an operation asks of the user, besides the scope of the client. */
export type Permission = { readonly any: readonly string[] } | { readonly all: readonly string[] }

interface Facts {
  /** The narrowest scope that admits it. */
  readonly scope: string
  readonly permission?: Permission
  readonly lane: Lane
  /** Who may ask: the views, or only the engine itself. */
  readonly realm?: 'desk' | 'engine'
  /** Needed for a live call, or to open or leave the desk, even while it is locked. */
  readonly whileLocked?: true
}

export interface Operation<
  Path extends string = string,
  Query extends string = string,
  Body = unknown,
  Answer = unknown,
> extends Facts {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: Path
  readonly query: readonly Query[]
  /** A read may be repeated; a write is a command to somebody's live call. */
  readonly access: 'read' | 'write'
  /** Never set: they carry the types of what is sent and of what comes back. */
  readonly body?: Body
  readonly answer?: Answer
}

export function read<Answer>() {
  return <const Path extends string, const Query extends string = never>(
    path: Path,
    facts: Facts & { readonly query?: readonly Query[] },
  ): Operation<Path, Query, undefined, Answer> => ({
    query: [],
    ...facts,
    method: 'GET',
    path,
    access: 'read',
  })
}

/** A question too long for an address: it changes nothing, and may be repeated. */
export function search<Body, Answer>() {
  return <const Path extends string>(
    path: Path,
    facts: Facts,
  ): Operation<Path, never, Body, Answer> => ({
    ...facts,
    method: 'POST',
    path,
    query: [],
    access: 'read',
  })
}

export function write<Body, Answer = undefined>() {
  return <const Path extends string>(
    method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: Path,
    facts: Facts,
  ): Operation<Path, never, Body, Answer> => ({
    ...facts,
    method,
    path,
    query: [],
    access: 'write',
  })
}
