import { z } from 'zod'
import { contract, EVERYONE, NOT_VIEWERS } from '../../http/contract.ts'
import { cursor, moment, pageSize } from '../../http/shapes.ts'
import { mailMessage, mailThread } from './shapes.ts'

export const listMailThreads = contract({
  id: 'listMailThreads',
  method: 'GET',
  url: '/api/mail-threads',
  summary:
    'Threads with people the house knows, the latest first: of one person, of the caller’s mailboxes, or all. Mail with nobody the house knows is shown to the owner of its mailbox alone.',
  roles: EVERYONE,
  query: z.object({
    personId: z.uuid().optional(),
    whose: z.enum(['mine', 'all']).default('mine'),
    after: cursor.optional(),
    limit: pageSize,
  }),
  response: z.object({
    threads: z.array(
      mailThread.extend({
        people: z.array(z.object({ id: z.uuid(), name: z.string() })),
        /** Who wrote last, and the beginning of it. */
        last: z.object({ direction: z.enum(['in', 'out']), name: z.string(), text: z.string() }),
        /** The prospect wrote last, and it was a person: somebody owes an answer. */
        isOurTurn: z.boolean(),
        hasBounce: z.boolean(),
      }),
    ),
    next: z.string().nullable(),
  }),
})

export const wholeThread = z.object({
  thread: mailThread,
  messages: z.array(mailMessage),
  isCut: z.boolean(),
  /** The mailbox of the caller that an answer goes out from: the one this came to. Null: none of theirs holds it. */
  answerFrom: z.uuid().nullable(),
})

export const getMailThread = contract({
  id: 'getMailThread',
  method: 'GET',
  url: '/api/mail-threads/:threadId',
  summary: 'A thread with its mails, the oldest first; the latest two hundred of a longer one.',
  roles: EVERYONE,
  params: z.object({ threadId: z.uuid() }),
  response: wholeThread,
})

export const getThreadOfMail = contract({
  id: 'getThreadOfMail',
  method: 'GET',
  url: '/api/mails-kept/:messageId/thread',
  summary: 'The thread a mail stands in, as a fact names it.',
  roles: EVERYONE,
  params: z.object({ messageId: z.uuid() }),
  response: wholeThread,
})

export const getMailHtml = contract({
  id: 'getMailHtml',
  method: 'GET',
  url: '/api/mails-kept/:messageId/html',
  summary:
    'A mail as it was laid out, cleaned: without scripts, forms and frames, and without pictures from elsewhere unless asked for.',
  roles: EVERYONE,
  params: z.object({ messageId: z.uuid() }),
  query: z.object({ pictures: z.enum(['shown', 'hidden']).default('hidden') }),
  response: z.object({ html: z.string(), blocked: z.int() }),
})

export const listUnknownSenders = contract({
  id: 'listUnknownSenders',
  method: 'GET',
  url: '/api/unknown-senders',
  summary:
    'Who wrote to the caller and is not known to the house: each address once, newsletters and programs left out. No lead is made of them by itself.',
  roles: NOT_VIEWERS,
  query: z.object({ after: cursor.optional(), limit: pageSize }),
  response: z.object({
    senders: z.array(
      z.object({
        address: z.string(),
        name: z.string(),
        mails: z.int(),
        lastAt: moment,
        lastSubject: z.string(),
        /** Nobody of the house wrote to them yet. */
        isOneWay: z.boolean(),
        messageId: z.uuid(),
      }),
    ),
    next: z.string().nullable(),
    ignored: z.array(z.string()),
  }),
})

export const meetSender = contract({
  id: 'meetSender',
  method: 'POST',
  url: '/api/unknown-senders/people',
  summary:
    'Makes somebody known: the person is recorded with this address, and their mail is fetched and told in their story.',
  roles: NOT_VIEWERS,
  body: z.object({ address: z.string().trim().min(3).max(320), name: z.string().trim().max(200).default('') }),
  response: z.object({ personId: z.uuid() }),
  status: 201,
})

export const ignoreSender = contract({
  id: 'ignoreSender',
  method: 'POST',
  url: '/api/unknown-senders/ignored',
  summary: 'Leaves an address, or a whole domain written as @domain, out of the caller’s list of people not known yet.',
  roles: NOT_VIEWERS,
  body: z.object({ value: z.string().trim().min(3).max(320) }),
  response: null,
  status: 204,
})

export const heedSender = contract({
  id: 'heedSender',
  method: 'DELETE',
  url: '/api/unknown-senders/ignored/:value',
  summary: 'Takes that back.',
  roles: NOT_VIEWERS,
  params: z.object({ value: z.string().min(3).max(320) }),
  response: null,
  status: 204,
})
