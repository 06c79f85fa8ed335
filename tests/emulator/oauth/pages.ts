import { createHash } from 'node:crypto'
import { html, raw } from 'hono/html'
import type { Agent } from '../org/organisation'
import type { Client } from './clients'
import { findForm, shownOf } from './finding'
import { style } from './style'

const styleHash = createHash('sha256').update(style).digest('base64')

type Markup = ReturnType<typeof html>

/**
 * A page without a script. `target` is where a form's answer may be redirected to: Chromium holds
 * `form-action` against the redirects as well.
 */
async function page(title: string, body: Markup, status = 200, target?: string): Promise<Response> {
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

/** Who are you? Each button is named by its agent, and by nothing else. */
export function loginPage(
  id: string,
  users: readonly Agent[],
  target: string,
  query: URLSearchParams,
): Promise<Response> {
  return page(
    'Genesys Cloud (local)',
    html`<h1>Genesys Cloud (local)</h1>
<p>Choose whom to sign in as.</p>
${findForm(users, query)}
<form method="post" action="/oauth/login">
<input type="hidden" name="transaction" value="${id}">
<ul>${shownOf(users, query.get('find')).map(
      (
        user,
      ) => html`<li><button name="user" value="${user.id}" aria-describedby="title-${user.id}">${user.name}</button>
<span id="title-${user.id}">${user.title}</span></li>`,
    )}</ul>
</form>`,
    200,
    target,
  )
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
<ul class="scopes">${client.scopes.map((scope) => html`<li><code>${scope}</code></li>`)}</ul>
<form method="post" action="/oauth/consent">
<input type="hidden" name="transaction" value="${id}">
<div class="row"><button class="main" name="decision" value="allow">Allow</button>
<button name="decision" value="deny">Deny</button></div>
</form>`,
    200,
    target,
  )
}

export function messagePage(title: string, text: string, status: number): Promise<Response> {
  return page(title, html`<h1>${title}</h1><p>${text}</p>`, status)
}
