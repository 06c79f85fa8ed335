// For the tests, which are TypeScript; the shapes are explained in table.mjs.
export interface Deployment {
  hosts: string[]
  ancestors: string[]
  folders: string[]
  https: boolean
  strictTransport: boolean
}
export type Headers = Record<string, string>
export interface Row {
  name: string
  paths: string[]
  headers: Headers
}
export interface Table {
  common: Headers
  rows: Row[]
}
export const onSuccess: string[]
export function tableOf(deployment: Deployment): Table
export function patternOf(row: Row): string
export function headersFor(table: Table, path: string, found?: boolean): Headers
