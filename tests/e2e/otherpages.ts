/** The pages of the login that the emulator has not written: named as the emulator's are, and as plain. */
import { html } from 'hono/html'
import { type Markup, page } from '../emulator/oauth/pages'

/** Somebody who may log in. */
export interface Person {
  readonly id: string
  readonly name: string
}

function form(action: string, body: Markup): Markup {
  return html`<form method="post" action="${action}">${body}</form>`
}

export function whoPage(action: string, people: readonly Person[], target: string) {
  const title = 'Genesys Cloud (local)'
  const buttons = people.map(
    ({ id, name }) => html`<button name="user" value="${id}">${name}</button>`,
  )
  return page(title, html`<h1>${title}</h1>${form(action, html`${buttons}`)}`, 200, target)
}

export function allowPage(action: string, scopes: readonly string[], target: string) {
  const title = 'Allow Minidesk?'
  const buttons = html`<button name="decision" value="allow">Allow</button>
<button name="decision" value="deny">Deny</button>`
  const list = html`<ul>${scopes.map((scope) => html`<li>${scope}</li>`)}</ul>`
  return page(title, html`<h1>${title}</h1>${list}${form(action, buttons)}`, 200, target)
}

/** `hidden` is the other server's own form, to be sent by this button. */
export function leavePage(hidden: Markup, target: string) {
  const title = 'Leave?'
  const button = html`<button form="op.logoutForm" name="logout" value="yes">Leave</button>`
  return page(title, html`<h1>${title}</h1>${hidden}${button}`, 200, target)
}
