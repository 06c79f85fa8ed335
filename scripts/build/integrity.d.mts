import type { Plugin } from 'vite'

export const sums: string
export function integrity(): Plugin
export function withIntegrity(html: string, contentOf: (file: string) => Uint8Array): string
export function sumsOf(folder: string): string
