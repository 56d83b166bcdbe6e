import { z } from 'zod'
import { ADMINS, contract, EVERYONE, NOT_VIEWERS } from '../../http/contract.ts'
import { moment } from '../../http/shapes.ts'
import { POLICIES, rule } from './mailbox.ts'
import { folderRole, mailboxView, mailServer, signInOffer, trouble } from './shapes.ts'

const address = z.string().trim().min(3).max(320)
const login = z.string().trim().min(1).max(320)
const password = z.string().min(1).max(1_000)

export const listMailboxes = contract({
  id: 'listMailboxes',
  method: 'GET',
  url: '/api/mailboxes',
  summary:
    'The caller’s mailboxes with what lies in each folder against what was seen of it. An administrator sees those of everybody, never their mail. Passwords are never shown.',
  roles: EVERYONE,
  response: z.object({
    mailboxes: z.array(mailboxView),
    canUseOwnNetwork: z.boolean(),
    /** Where colleagues can sign in instead of entering a password. */
    signIns: z.array(signInOffer),
  }),
})

export const findMailboxPreset = contract({
  id: 'findMailboxPreset',
  method: 'GET',
  url: '/api/mailbox-presets',
  summary: 'The servers of an address: as its provider is known, as its domain publishes them, or guessed.',
  roles: NOT_VIEWERS,
  query: z.object({ address }),
  response: z.object({
    name: z.string(),
    source: z.enum(['known', 'published', 'guessed']),
    imap: mailServer,
    smtp: mailServer,
    keepsCopies: z.boolean(),
    note: z.enum(['app password', 'app password always', 'switch on', 'oauth only', 'bridge']).nullable(),
    /** Where the owner of the address can sign in. */
    signIn: signInOffer.nullable(),
    helpUrl: z.string().nullable(),
  }),
})

const access = { login, password, imap: mailServer, smtp: mailServer.nullable().default(null) }

export const testMailbox = contract({
  id: 'testMailbox',
  method: 'POST',
  url: '/api/mailbox-tests',
  summary: 'Tries both servers with what was entered and says what each answered. Nothing is stored.',
  roles: NOT_VIEWERS,
  body: z.object(access),
  response: z.object({
    imap: z.object({
      isOk: z.boolean(),
      said: z.string().nullable(),
      encryption: z.string().nullable(),
      folders: z.array(z.object({ path: z.string(), role: folderRole, isRead: z.boolean() })),
      messages: z.int().nullable(),
      tellsNews: z.boolean(),
      trouble: trouble.nullable(),
    }),
    smtp: z.object({ isOk: z.boolean(), trouble: trouble.nullable() }).nullable(),
  }),
})

export const connectMailbox = contract({
  id: 'connectMailbox',
  method: 'POST',
  url: '/api/mailboxes',
  summary:
    'Connects a mailbox of the caller after trying it. Its password is stored encrypted. Reading marks nothing as read and deletes nothing.',
  roles: NOT_VIEWERS,
  body: z.object({
    ...access,
    address,
    displayName: z.string().trim().max(200).default(''),
    policy: z.enum(POLICIES).default('headers'),
    /** Older mail is counted, not read; a year back when absent. */
    since: moment.optional(),
    keepsCopies: z.boolean().default(true),
  }),
  response: mailboxView,
  status: 201,
})

export const changeMailbox = contract({
  id: 'changeMailbox',
  method: 'PATCH',
  url: '/api/mailboxes/:mailboxId',
  summary:
    'Changes a mailbox of the caller. Another password or server is tried before it is stored; another policy, rule or day is applied to what was not kept so far.',
  roles: NOT_VIEWERS,
  params: z.object({ mailboxId: z.uuid() }),
  body: z.object({
    displayName: z.string().trim().max(200).optional(),
    aliases: z.array(address).max(50).optional(),
    login: login.optional(),
    password: password.optional(),
    imap: mailServer.optional(),
    smtp: mailServer.nullable().optional(),
    policy: z.enum(POLICIES).optional(),
    rules: z.array(rule).max(100).optional(),
    since: moment.optional(),
    signature: z.string().max(5_000).optional(),
    keepsCopies: z.boolean().optional(),
    isPaused: z.boolean().optional(),
    /** Folders that shall be read, or no longer. */
    folders: z
      .array(z.object({ id: z.uuid(), isRead: z.boolean() }))
      .max(500)
      .optional(),
  }),
  response: mailboxView,
})

export const removeMailbox = contract({
  id: 'removeMailbox',
  method: 'DELETE',
  url: '/api/mailboxes/:mailboxId',
  summary:
    'Disconnects a mailbox: its password and its counts are forgotten, mail with nobody the house knows is deleted here. Facts and threads of people stay.',
  roles: NOT_VIEWERS,
  params: z.object({ mailboxId: z.uuid() }),
  response: null,
  status: 204,
})

export const getMailboxGaps = contract({
  id: 'getMailboxGaps',
  method: 'GET',
  url: '/api/mailboxes/:mailboxId/gaps',
  summary: 'What became of the mails of a mailbox by day, and every mail that could not be read, with the reason.',
  roles: NOT_VIEWERS,
  params: z.object({ mailboxId: z.uuid() }),
  query: z.object({ days: z.coerce.number().int().min(1).max(400).default(60) }),
  response: z.object({
    days: z.array(z.object({ day: z.string(), stored: z.int(), headers: z.int(), counted: z.int(), failed: z.int() })),
    gaps: z.array(
      z.object({
        folder: z.string(),
        uid: z.int(),
        receivedAt: moment.nullable(),
        sizeBytes: z.int(),
        reason: z.string(),
        detail: z.string().nullable(),
      }),
    ),
  }),
})

export const refetchMailbox = contract({
  id: 'refetchMailbox',
  method: 'POST',
  url: '/api/mailboxes/:mailboxId/fetches',
  summary: 'Compares the mailbox with its server now, and fetches again what could not be read.',
  roles: NOT_VIEWERS,
  params: z.object({ mailboxId: z.uuid() }),
  response: z.object({ again: z.int() }),
  status: 202,
})

export const getMailboxRule = contract({
  id: 'getMailboxRule',
  method: 'GET',
  url: '/api/mailbox-settings',
  summary:
    'Whether mail servers may stand in the company’s own network, and which certificates are believed beside those of the usual authorities.',
  roles: ADMINS,
  response: z.object({
    canUseOwnNetwork: z.boolean(),
    certificates: z.string(),
    trusted: z.array(
      z.object({ subject: z.string(), fingerprint: z.string(), until: moment, isAuthority: z.boolean() }),
    ),
  }),
})

export const setMailboxRule = contract({
  id: 'setMailboxRule',
  method: 'PUT',
  url: '/api/mailbox-settings',
  summary:
    'Whether mail servers may stand in the company’s own network, at any port (off: only the open internet and the ports of mail), and certificates (PEM) that are believed besides. What is absent stays.',
  roles: ADMINS,
  body: z.object({ canUseOwnNetwork: z.boolean().optional(), certificates: z.string().max(200_000).optional() }),
  response: null,
  status: 204,
})
