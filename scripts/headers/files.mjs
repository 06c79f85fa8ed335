// The header files of a deployment, for every host that is known here, from the one table.
import { apacheFiles } from './apache.mjs'
import { caddyFiles } from './caddy.mjs'
import { cloudfrontFiles } from './cloudfront.mjs'
import { hostedFiles } from './hosted.mjs'
import { nginxFiles } from './nginx.mjs'
import { tableOf } from './table.mjs'

/**
 * @param {import('./table.mjs').Deployment} deployment
 * @returns {Record<string, string>} the text of each file, by its path
 */
export function filesOf(deployment) {
  const table = tableOf(deployment)
  return {
    ...nginxFiles(table),
    ...caddyFiles(table),
    ...apacheFiles(table),
    ...hostedFiles(table, deployment),
    ...cloudfrontFiles(table, deployment),
  }
}
