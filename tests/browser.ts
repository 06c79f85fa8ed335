/** Which Chromium the tests that have pages run in, and how it is started. */
import { existsSync } from 'node:fs'
import { defineConfig, type LaunchOptions } from '@playwright/test'

const asRoot = process.getuid?.() === 0
const installed = (path: string) => (existsSync(path) ? path : undefined)
const { MINIDESK_CHROMIUM, MINIDESK_HEADLESS_SHELL } = process.env

function startedFrom(executablePath: string | undefined): LaunchOptions {
  return {
    ...(executablePath && { executablePath }),
    args: [
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(asRoot ? ['--no-sandbox'] : []), // Chromium refuses its sandbox to root
    ],
  }
}

const chromium = MINIDESK_CHROMIUM || installed('/usr/bin/chromium')
const shell =
  MINIDESK_HEADLESS_SHELL ||
  (MINIDESK_CHROMIUM ? undefined : installed('/usr/bin/chromium-headless-shell'))

/** For journeys about what the browser around a page decides: windows, clipboard, notifications, whose storage is whose. */
export const wholeBrowser = { launchOptions: startedFrom(chromium) }

/** For all others: without windows where there is such a Chromium, which is the same engine for less of the processor. */
export const lightBrowser = { launchOptions: startedFrom(shell ?? chromium) }

export const base = defineConfig({
  // Most of a journey is waiting for what a person would wait for: three share two cores well.
  workers: 3,
  fullyParallel: true,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    // A trace of every journey costs a quarter of the time: `--trace retain-on-failure` when one is needed.
    trace: 'off',
    screenshot: 'only-on-failure',
    ...wholeBrowser,
  },
})
