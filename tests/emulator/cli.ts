import { readFlags } from './flags'
import { startEmulator } from './server'

/** Why it did not start, in one line. */
function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if ('code' in error && error.code === 'EADDRINUSE' && 'port' in error) {
    return `Port ${String(error.port)} is in use: stop what uses it, or choose another port`
  }
  return error.message
}

/**
 * npm runs its scripts through a shell, and passes SIGTERM to the shell only: the emulator would
 * live on, unseen. So it ends when that parent is gone.
 */
function endWithParent(): void {
  const { ppid } = process
  setInterval(() => {
    if (process.ppid !== ppid) process.exit(0)
  }, 100).unref()
}

try {
  const { stop: _stop, ...addresses } = await startEmulator(
    readFlags(process.argv.slice(2), process.env),
  )
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => process.exit(0))
  if (process.env.npm_lifecycle_event !== undefined) endWithParent()
  process.stdout.write(`${JSON.stringify({ ready: true, ...addresses })}\n`)
} catch (error) {
  process.stderr.write(`${reason(error)}\n`)
  process.exit(1)
}
