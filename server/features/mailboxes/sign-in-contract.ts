import { z } from 'zod'
import { ADMINS, contract, NOT_VIEWERS } from '../../http/contract.ts'
import { moment } from '../../http/shapes.ts'
import { POLICIES } from './mailbox.ts'
import { PROVIDERS } from './oauth/provider.ts'
import { mailboxView, mailServer } from './shapes.ts'

const provider = z.enum(PROVIDERS)
const text = z.string().trim().max(500)
const url = z.string().trim().max(2_000)

export const beginMailboxSignIn = contract({
  id: 'beginMailboxSignIn',
  method: 'POST',
  url: '/api/mailbox-sign-ins',
  summary:
    'The page of a provider at which the caller lets us into their mailbox (OAuth 2, authorisation code with PKCE). With `mailboxId` one is signed in anew.',
  roles: NOT_VIEWERS,
  body: z.object({
    provider: provider.optional(),
    mailboxId: z.uuid().optional(),
    address: z.string().trim().max(320).optional(),
    displayName: z.string().trim().max(200).default(''),
    policy: z.enum(POLICIES).default('headers'),
    since: moment.optional(),
  }),
  response: z.object({ url: z.string() }),
  status: 201,
})

export const finishMailboxSignIn = contract({
  id: 'finishMailboxSignIn',
  method: 'POST',
  url: '/api/mailbox-sign-ins/answers',
  summary:
    'What the provider sent back: its code becomes tokens, which are stored encrypted, both servers are tried, and the mailbox is connected.',
  roles: NOT_VIEWERS,
  body: z.object({ state: z.string().min(1).max(500), code: z.string().min(1).max(5_000) }),
  response: mailboxView,
  status: 201,
})

export const listMailboxProviders = contract({
  id: 'listMailboxProviders',
  method: 'GET',
  url: '/api/mailbox-providers',
  summary: 'Where colleagues can sign in for their mailboxes, and what to enter there. Client secrets are never shown.',
  roles: ADMINS,
  response: z.object({
    /** To be entered at the provider, letter by letter. */
    redirectUrl: z.string(),
    providers: z.array(
      z.object({
        provider,
        clientId: z.string(),
        hasSecret: z.boolean(),
        tenant: z.string(),
        label: z.string(),
        domains: z.array(z.string()),
        authorizeUrl: z.string(),
        tokenUrl: z.string(),
        scopes: z.string(),
        imap: mailServer.nullable(),
        smtp: mailServer.nullable(),
      }),
    ),
  }),
})

export const saveMailboxProvider = contract({
  id: 'saveMailboxProvider',
  method: 'PUT',
  url: '/api/mailbox-providers/:provider',
  summary:
    'What a provider knows this installation by. `other` names its own addresses and servers; they must stand on the open internet.',
  roles: ADMINS,
  params: z.object({ provider }),
  body: z.object({
    clientId: text.min(1),
    /** Absent: stays as it is. Null: a public client, without a secret. */
    clientSecret: z.string().min(1).max(2_000).nullable().optional(),
    tenant: text.regex(/^[\w.-]*$/, 'is the name or id of a tenant').default(''),
    label: text.default(''),
    domains: z.array(z.string().trim().min(1).max(253)).max(50).default([]),
    authorizeUrl: url.default(''),
    tokenUrl: url.default(''),
    scopes: text.default(''),
    imap: mailServer.nullable().default(null),
    smtp: mailServer.nullable().default(null),
  }),
  response: null,
  status: 204,
})

export const removeMailboxProvider = contract({
  id: 'removeMailboxProvider',
  method: 'DELETE',
  url: '/api/mailbox-providers/:provider',
  summary: 'Nobody signs in there any more. Mailboxes that did are not let in once their token ends.',
  roles: ADMINS,
  params: z.object({ provider }),
  response: null,
  status: 204,
})
