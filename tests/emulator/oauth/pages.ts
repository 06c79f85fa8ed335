import { createHash } from 'node:crypto'
import { html, raw } from 'hono/html'
import type { Agent } from '../org/organisation'
import type { Client } from './clients'
import { findForm, type Person, shownOf } from './finding'
import { style } from './style'

const styleHash = createHash('sha256').update(style).digest('base64')

export type Markup = ReturnType<typeof html>

/**
 * A page without a script. `target` is where a form's answer may be redirected to: Chromium holds
 * `form-action` against the redirects as well.
 */
export async function page(
  title: string,
  body: Markup,
  status = 200,
  target?: string,
): Promise<Response> {
  const document = await html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${raw(style)}</style>
</head>
<body><main>${body}</main></body>
</html>`
  const formAction = target ? `'self' ${new URL(target).origin}` : `'self'`
  return new Response(document.toString(), {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': [
        `default-src 'none'`,
        `style-src 'sha256-${styleHash}'`,
        `form-action ${formAction}`,
        `base-uri 'none'`,
        `frame-ancestors 'none'`,
      ].join('; '),
    },
  })
}

/** Each button is named by its person, and by nothing else. */
function choice(people: readonly Person[]): Markup {
  if (people.length === 0) return html`<p>Nobody here has a name or an address like that.</p>`
  return html`<ul>${people.map(
    ({
      id,
      name,
      title,
    }) => html`<li><button name="user" value="${id}" aria-describedby="title-${id}">${name}</button>
<span id="title-${id}">${title}</span></li>`,
  )}</ul>`
}

interface Choice {
  readonly heading: string
  readonly text: string
  /** Where the form goes. */
  readonly action: string
  readonly transaction: string
  readonly people: readonly Person[]
  /** Of the page: `find` looks among many people. */
  readonly query: URLSearchParams
  /** Leads to the whole list, when this is a part of it. */
  readonly others?: string
  /** Where the browser ends in the end. */
  readonly target: string
}

/** Who are you? */
export function choicePage(options: Choice): Promise<Response> {
  const { heading, text, action, transaction, people, query, others, target } = options
  return page(
    heading,
    html`<h1>${heading}</h1>
<p>${text}</p>
${findForm(people, query)}
<form method="post" action="${action}">
<input type="hidden" name="transaction" value="${transaction}">
${choice(shownOf(people, query.get('find')))}
</form>${others ? html`<p><a href="${others}">Somebody else</a></p>` : ''}`,
    200,
    target,
  )
}

/** What a client asks for, to be granted or denied. */
function scopesForm(
  transaction: string,
  { scopes }: Client,
  action: string,
  [decision, label]: readonly [decision: string, label: string],
): Markup {
  return html`<ul class="scopes">${scopes.map((scope) => html`<li><code>${scope}</code></li>`)}</ul>
<form method="post" action="${action}">
<input type="hidden" name="transaction" value="${transaction}">
<div class="row"><button class="main" name="decision" value="${decision}">${label}</button>
<button name="decision" value="deny">Deny</button></div>
</form>`
}

export function consentPage(
  id: string,
  client: Client,
  user: Agent,
  target: string,
): Promise<Response> {
  return page(
    `Allow ${client.name}?`,
    html`<h1>Allow ${client.name}?</h1>
<p>${client.name} asks to act for ${user.name} with these scopes:</p>
${scopesForm(id, client, '/oauth/consent', ['allow', 'Allow'])}`,
    200,
    target,
  )
}

/** A client that waits for its approval, before somebody who may give it. */
export function approvalPage(
  id: string,
  client: Client,
  user: Agent,
  target: string,
): Promise<Response> {
  const title = `Authorize ${client.name}?`
  return page(
    title,
    html`<h1>${title}</h1>
<p>This organization has not authorized ${client.name} yet. ${user.name} may do so, for everybody, with these scopes:</p>
${scopesForm(id, client, '/oauth/approve', ['authorize', 'Authorize'])}`,
    200,
    target,
  )
}

/** The same, before somebody who may not. */
export function waitingPage(
  client: Client,
  approvers: readonly Agent[],
  others: string,
): Promise<Response> {
  const title = `${client.name} is not authorized yet`
  return page(
    title,
    html`<h1>${title}</h1>
<p>An administrator must authorize ${client.name} for this organization. Ask ${approvers.map(({ name }) => name).join(' or ')}.</p>
<p><a href="${others}">Sign in as somebody else</a></p>`,
    403,
  )
}

export function messagePage(title: string, text: string, status: number): Promise<Response> {
  return page(title, html`<h1>${title}</h1><p>${text}</p>`, status)
}
