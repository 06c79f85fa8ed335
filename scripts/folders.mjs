// Whether we may write where we must.
import { accessSync, constants, existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname } from 'node:path'
import { Stop } from './say.mjs'

/**
 * Whether a folder may be written to, or made where it is not there yet.
 * @param {string} folder an absolute path
 */
export function isWritable(folder) {
  let nearest = folder
  while (!existsSync(nearest) && nearest !== dirname(nearest)) nearest = dirname(nearest)
  return mayWrite(nearest)
}

/** Everything we start needs a folder for its temporary files, and fails without one in its own words. */
export function needTemporaryFolder() {
  if (mayWrite(tmpdir())) return
  const name = process.env.TMPDIR ? 'TMPDIR' : 'The folder for temporary files'
  throw new Stop(
    `${name} is ${tmpdir()}, where nothing can be written: set TMPDIR to a folder that is there and yours.`,
  )
}

/** @param {string} folder */
function mayWrite(folder) {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK)
    return true
  } catch {
    return false
  }
}
