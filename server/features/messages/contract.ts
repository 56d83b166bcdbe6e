import { z } from 'zod'
import { contract, EVERYONE, NOT_VIEWERS } from '../../http/contract.ts'
import { moment, stage, userRef } from '../../http/shapes.ts'

const words = (most: number) => z.string().trim().min(1).max(most)

export const proof = z
  .object({
    type: z.enum(['data', 'case', 'test', 'certification', 'demo']),
    text: words(500),
    source: words(300),
    /** The day of the proof, and the last day it may be used. */
    on: z.iso.date().nullable(),
    expiresOn: z.iso.date().nullable(),
  })
  .meta({ id: 'MessageProof' })

export const objection = z.object({ says: words(300), answer: words(500) }).meta({ id: 'MessageObjection' })

/** What a message says. `persona`, `stage`, `language` and `topic` are null where it fits any. */
export const messageContent = z.object({
  pillarId: z.uuid(),
  persona: words(100).nullable(),
  stage: stage.nullable(),
  language: z
    .string()
    .regex(/^[a-z]{2}$/, 'use two letters such as "en"')
    .nullable(),
  /** The need of the catalogue it answers. */
  topic: words(60).nullable(),
  driver: words(200).nullable(),
  message: words(400),
  proofs: z.array(proof).max(10),
  objections: z.array(objection).max(10),
  ownerId: z.uuid().nullable(),
})

const gap = z.enum(['claim', 'dry fact', 'proof expired', 'too long', 'not approved'])

export const houseMessage = messageContent
  .omit({ ownerId: true })
  .extend({
    id: z.uuid(),
    owner: userRef.nullable(),
    version: z.int(),
    words: z.int(),
    approvedBy: userRef.nullable(),
    approvedAt: moment.nullable(),
    updatedBy: userRef.nullable(),
    updatedAt: moment,
    gaps: z.array(gap),
    /** How often it was used in a call, mail or meeting. */
    used: z.int(),
  })
  .meta({ id: 'HouseMessage' })

export const pillar = z.object({ id: z.uuid(), name: words(120) }).meta({ id: 'MessagePillar' })

export const getMessageHouse = contract({
  id: 'getMessageHouse',
  method: 'GET',
  url: '/api/messages',
  summary:
    'The message house: what the company says above all, its pillars, and every message with what it lacks; how many pillars both move and are proven.',
  roles: EVERYONE,
  response: z.object({
    roof: z.string(),
    pillars: z.array(pillar),
    messages: z.array(houseMessage),
    completeness: z.object({ complete: z.int(), pillars: z.int(), incomplete: z.array(z.uuid()) }),
    /** Roles known of people, for choosing to whom a message speaks. */
    personas: z.array(z.string()),
  }),
})

export const saveMessageHouse = contract({
  id: 'saveMessageHouse',
  method: 'PUT',
  url: '/api/messages',
  summary: 'Says the message above all and the pillars, in order. A pillar with messages cannot be left out.',
  roles: NOT_VIEWERS,
  body: z.object({ roof: z.string().trim().max(400), pillars: z.array(pillar).max(12) }),
  response: null,
  status: 204,
})

export const createMessage = contract({
  id: 'createMessage',
  method: 'POST',
  url: '/api/messages',
  summary: 'Writes a message, as version 1. It is offered once somebody approves it.',
  roles: NOT_VIEWERS,
  body: messageContent,
  response: z.object({ id: z.uuid(), version: z.int() }),
  status: 201,
})

export const changeMessage = contract({
  id: 'changeMessage',
  method: 'PUT',
  url: '/api/messages/:messageId',
  summary: 'Writes another version of a message; earlier ones stay, and it must be approved again.',
  roles: NOT_VIEWERS,
  params: z.object({ messageId: z.uuid() }),
  /** `version`: the one that was read. Somebody else’s later one is not written over. */
  body: messageContent.extend({ version: z.int().min(1) }),
  response: z.object({ id: z.uuid(), version: z.int() }),
})

export const approveMessage = contract({
  id: 'approveMessage',
  method: 'POST',
  url: '/api/messages/:messageId/approval',
  summary: 'Approves this version of a message: from now on it is offered.',
  roles: ['admin', 'manager', 'marketer'],
  params: z.object({ messageId: z.uuid() }),
  body: z.object({ version: z.int().min(1) }),
  response: null,
  status: 204,
})

export const archiveMessage = contract({
  id: 'archiveMessage',
  method: 'DELETE',
  url: '/api/messages/:messageId',
  summary: 'Takes a message out of use. Its versions and how often it was used stay.',
  roles: NOT_VIEWERS,
  params: z.object({ messageId: z.uuid() }),
  response: null,
  status: 204,
})

export const listMessageVersions = contract({
  id: 'listMessageVersions',
  method: 'GET',
  url: '/api/messages/:messageId/versions',
  summary: 'Every version of a message, the latest first.',
  roles: EVERYONE,
  params: z.object({ messageId: z.uuid() }),
  response: z.object({
    versions: z.array(
      z.object({
        version: z.int(),
        at: moment,
        by: userRef.nullable(),
        content: messageContent.omit({ ownerId: true }),
      }),
    ),
  }),
})

export const getMessagesFor = contract({
  id: 'getMessagesFor',
  method: 'GET',
  url: '/api/people/:personId/messages',
  summary:
    'What to say to somebody now: approved messages that fit their needs, role, stage and language, best first, each with why and its proof.',
  roles: EVERYONE,
  params: z.object({ personId: z.uuid() }),
  response: z.object({
    messages: z.array(
      z.object({
        id: z.uuid(),
        message: z.string(),
        driver: z.string().nullable(),
        proof: proof.nullable(),
        objections: z.array(objection),
        language: z.string().nullable(),
        points: z.int(),
        reasons: z.array(z.object({ why: z.enum(['need', 'perhaps', 'persona', 'stage']), text: z.string() })),
        /** When it was last used with this person. */
        usedAt: moment.nullable(),
      }),
    ),
  }),
})
