/**
 * Makes src/ui/icons.svg, one sprite of the icons the desk uses, from the lucide library.
 * Run it by hand after changing the list: node scripts/icons.mjs
 */
import { readFileSync, writeFileSync } from 'node:fs'

const icons = {
  phone: 'phone',
  'phone-end': 'phone-off',
  mute: 'mic-off',
  unmute: 'mic',
  hold: 'pause',
  resume: 'play',
  transfer: 'arrow-right-left',
  queue: 'users-round',
  note: 'notebook-pen',
  check: 'check',
  down: 'chevron-down',
  back: 'chevron-left',
  search: 'search',
  star: 'star',
  person: 'contact-round',
  close: 'x',
  warning: 'triangle-alert',
  bell: 'bell',
  'sign-out': 'log-out',
  inbox: 'headset',
  lock: 'lock-keyhole',
  callback: 'phone-incoming',
  message: 'message-square',
  email: 'mail',
  chat: 'messages-square',
  media: 'monitor',
  listen: 'headphones',
  keypad: 'grip',
  consult: 'messages-square',
  record: 'circle-dot',
  'stop-recording': 'circle-stop',
  'pause-recording': 'circle-pause',
  'resume-recording': 'circle-play',
  more: 'ellipsis',
  flag: 'flag',
  invite: 'user-round-plus',
  'after-call': 'timer',
  queues: 'list-checks',
  team: 'users',
  settings: 'settings',
  keyboard: 'keyboard',
  sound: 'volume-2',
  'sound-off': 'volume-x',
  day: 'chart-column',
}

const symbols = Object.entries(icons).map(([name, file]) => {
  const svg = readFileSync(
    new URL(`../node_modules/lucide-static/icons/${file}.svg`, import.meta.url),
    'utf8',
  )
  const shapes = svg
    .slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>'))
    .replace(/\s*\n\s*/g, '')
  return `<symbol id="${name}" viewBox="0 0 24 24">${shapes}</symbol>`
})

const licence = '<!-- Icons: lucide (https://lucide.dev), ISC licence -->'
writeFileSync(
  new URL('../src/ui/icons.svg', import.meta.url),
  `<svg xmlns="http://www.w3.org/2000/svg">\n${licence}\n${symbols.join('\n')}\n</svg>\n`,
)
process.stdout.write(`${symbols.length} icons\n`)
