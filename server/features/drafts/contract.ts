import { ROW_OPERATORS } from '@ensemble/engine/agreement/condition-rows.ts'
import { z } from 'zod'
import { contract, NOT_VIEWERS } from '../../http/contract.ts'
import { moment, teamSide, userRef } from '../../http/shapes.ts'
import { agreementProblem, agreementSummary, clauseSentence } from '../agreements/contract.ts'

const text = z.string().max(1_000_000)
const language = z.object({ language: z.enum(['en', 'fr']).default('en') })
const path = z.array(z.union([z.string().max(500), z.int().min(0)])).max(12)
const place = z.int().min(0).nullable()
const version = z.object({ version: z.coerce.number().int().min(1) })

const scalar = z.union([z.string().max(4_000), z.number(), z.boolean()])
const row = z
  .object({
    field: z.string().min(1).max(300),
    is: z.enum(ROW_OPERATORS),
    value: z.union([scalar, z.array(scalar).max(500)]).nullable(),
  })
  .meta({ id: 'ConditionRow' })
const join = z.enum(['all', 'any'])
const group = z.object({ join, rows: z.array(row).min(1).max(50) }).meta({ id: 'ConditionGroup' })
const conditionRows = z
  .object({
    join,
    rows: z
      .array(z.union([row, group]))
      .min(1)
      .max(50),
  })
  .meta({ id: 'ConditionRows' })

/** One change. Places count among the siblings; null is the end. With `prefix` a clause gets the next name never given. */
const edit = z
  .discriminatedUnion('op', [
    z.object({ op: z.literal('set'), path, value: z.unknown() }),
    z.object({ op: z.literal('condition'), path, rows: conditionRows }),
    z.object({ op: z.literal('write'), path, text: z.string().max(100_000) }),
    z.object({ op: z.literal('remove'), path }),
    z.object({
      op: z.literal('insert'),
      path,
      at: place,
      key: z.string().min(1).max(500).nullable(),
      prefix: z
        .string()
        .regex(/^[A-Z][A-Za-z]?$/)
        .optional(),
      value: z.unknown(),
    }),
    z.object({ op: z.literal('move'), path, to: z.int().min(0) }),
    z.object({ op: z.literal('rename'), path, key: z.string().min(1).max(500) }),
  ])
  .meta({ id: 'AgreementEdit' })

const condition = z.object({
  path,
  /** In words; null when the expression cannot be read. */
  says: z.string().nullable(),
  /** Null: it says more than rows can. */
  rows: conditionRows.nullable(),
})

const part = z
  .object({
    path,
    parent: path,
    clause: z.string(),
    value: z.unknown(),
    line: z.int(),
    endLine: z.int(),
    text: z.string(),
    sentences: z.array(clauseSentence),
    condition: condition.nullable(),
  })
  .meta({ id: 'AgreementPart' })

export const editAgreement = contract({
  id: 'editAgreement',
  method: 'POST',
  url: '/api/agreements/edits',
  summary:
    'Makes changes in a document that is being written, and answers the text, its parts and what is wrong with it. Stores nothing.',
  roles: NOT_VIEWERS,
  query: language,
  body: z.object({
    document: text,
    edits: z.array(edit).max(200),
    /** Clause names given while writing that are in no version yet. */
    names: z.array(z.string().max(10)).max(10_000).default([]),
  }),
  response: z.object({
    document: z.string(),
    /** The name or place of the part that was added last. */
    added: path.nullable(),
    isValid: z.boolean(),
    problems: z.array(agreementProblem),
    /** Null when the text cannot be read as YAML. */
    parts: z.array(part).nullable(),
    sections: z.array(z.string()),
    silent: z.array(z.string()),
  }),
})

const field = z.object({
  field: z.string(),
  noun: z.string(),
  kind: z.enum(['text', 'number', 'yes or no', 'any']),
  values: z.array(z.string()).nullable(),
  reads: z.enum(['country', 'language', 'cents']).nullable(),
})

export const getVocabulary = contract({
  id: 'getVocabulary',
  method: 'GET',
  url: '/api/agreements/vocabulary',
  summary: 'What a document may speak of here: fields of conditions, kinds of facts, teams and people.',
  roles: NOT_VIEWERS,
  query: language,
  response: z.object({
    /** Conditions on who somebody is. */
    who: z.array(field),
    /** Conditions that qualify. */
    lead: z.array(field),
    routing: z.array(field),
    source: z.array(field),
    /** What the condition of a stage of deals reads. */
    deal: z.array(field),
    /** What a stage of deals may ask for. */
    evidence: z.array(z.object({ evidence: z.string(), says: z.string() })),
    facts: z.array(z.object({ kind: z.string(), says: z.string(), fields: z.array(field) })),
    teams: z.array(z.object({ name: z.string(), side: teamSide })),
    people: z.array(z.object({ name: z.string(), email: z.string().nullable(), side: teamSide.nullable() })),
  }),
})

export const getStandardAgreement = contract({
  id: 'getStandardAgreement',
  method: 'GET',
  url: '/api/agreements/standard',
  summary: 'The agreement that Ensemble ships, by the clock and in the language of this company.',
  roles: NOT_VIEWERS,
  response: z.object({ document: z.string() }),
})

const kept = z.object({ document: z.string(), basedOn: z.string(), savedAt: moment }).meta({ id: 'KeptWork' })

export const getWork = contract({
  id: 'getWork',
  method: 'GET',
  url: '/api/agreements/:version/work',
  summary: 'What I have written on a version without saving it, and who else is writing on it.',
  roles: NOT_VIEWERS,
  params: version,
  response: z.object({
    work: kept.nullable(),
    others: z.array(z.object({ user: userRef, savedAt: moment })),
  }),
})

export const keepWork = contract({
  id: 'keepWork',
  method: 'PUT',
  url: '/api/agreements/:version/work',
  summary: 'Keeps what I am writing on a version, sound or not.',
  roles: NOT_VIEWERS,
  params: version,
  body: z.object({ document: text, basedOn: z.string().max(100) }),
  response: z.object({ savedAt: moment }),
})

export const dropWork = contract({
  id: 'dropWork',
  method: 'DELETE',
  url: '/api/agreements/:version/work',
  summary: 'Forgets what I have written on a version without saving it.',
  roles: NOT_VIEWERS,
  params: version,
  response: null,
  status: 204,
})

export const amendDraft = contract({
  id: 'amendDraft',
  method: 'PUT',
  url: '/api/agreements/:version/document',
  summary:
    'Changes a draft in place. Comments stay; signatures under the earlier text no longer count. A document with problems is refused.',
  roles: NOT_VIEWERS,
  params: version,
  body: z.object({ document: text, note: z.string().max(2_000).optional(), basedOn: z.string().max(100) }),
  response: agreementSummary,
})
