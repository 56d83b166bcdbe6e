import { z } from 'zod'
import { contract, EVERYONE, MANAGERS, NOT_VIEWERS } from '../../http/contract.ts'
import { cursor, moment, pageSize, teamSide, userRef } from '../../http/shapes.ts'

const status = z.enum(['draft', 'in force', 'superseded', 'withdrawn'])

export const agreementProblem = z
  .object({
    clause: z.string().nullable(),
    path: z.string(),
    line: z.int(),
    column: z.int(),
    what: z.string(),
    mend: z.string(),
  })
  .meta({ id: 'AgreementProblem' })

const section = z.enum([
  'parties',
  'calendar',
  'sources',
  'fit',
  'engagement',
  'grades',
  'scores',
  'learned',
  'stages',
  'routing',
  'promises',
  'late',
  'pipelines',
  'reasons',
  'returns',
])

/** One clause as people read it. `section` is the heading it stands under. */
export const clauseSentence = z
  .object({
    clause: z.string(),
    section,
    owner: teamSide.nullable(),
    sentence: z.string(),
    because: z.string().nullable(),
    line: z.int(),
  })
  .meta({ id: 'ClauseSentence' })

const clauseView = clauseSentence
  .extend({
    /** How often it decided something in the last 7 and 30 days. */
    decided7Days: z.int(),
    decided30Days: z.int(),
    /** For promises: kept and broken in the last 30 days. */
    kept: z.int().nullable(),
    broken: z.int().nullable(),
  })
  .meta({ id: 'ClauseView' })

export const agreementSummary = z
  .object({
    version: z.int(),
    title: z.string(),
    status,
    /** Of a draft: the day its signatories agreed on, if any. */
    inForceFrom: moment.nullable(),
    note: z.string(),
    createdBy: userRef.nullable(),
    createdAt: moment,
    /** Who changed the draft last, and when. */
    amended: z.object({ by: userRef.nullable(), at: moment }).nullable(),
    /** SHA-256 of the document: what is signed, and what a change begins from. */
    hash: z.string(),
    /** Those that hold for the document as it is. */
    signatures: z.array(z.object({ user: userRef, side: teamSide, signedAt: moment })),
    /** Those put under an earlier text of the draft. */
    lapsed: z.array(z.object({ user: userRef, side: teamSide, signedAt: moment })),
    /** Who signs for each side: by name, or so many of its people. */
    signatories: z
      .object({ marketing: z.union([z.int(), z.array(z.string())]), sales: z.union([z.int(), z.array(z.string())]) })
      .nullable(),
    /** How many threads of comments are open. */
    openThreads: z.int(),
    /** How many signatures each side still owes. */
    missing: z.object({ marketing: z.int(), sales: z.int() }),
    withdrawn: z.object({ by: userRef.nullable(), at: moment }).nullable(),
  })
  .meta({ id: 'AgreementSummary' })

export const listAgreements = contract({
  id: 'listAgreements',
  method: 'GET',
  url: '/api/agreements',
  summary: 'Every version, newest first.',
  roles: EVERYONE,
  response: z.object({ agreements: z.array(agreementSummary) }),
})

export const getAgreement = contract({
  id: 'getAgreement',
  method: 'GET',
  url: '/api/agreements/:version',
  summary: 'One version as document and as sentences. `current` is the one in force now.',
  roles: EVERYONE,
  params: z.object({ version: z.union([z.literal('current'), z.coerce.number().int().min(1)]) }),
  query: z.object({ language: z.enum(['en', 'fr']).default('en') }),
  response: agreementSummary.extend({
    document: z.string(),
    clauses: z.array(clauseView),
    silent: z.array(z.string()),
  }),
})

export const listClauseDecisions = contract({
  id: 'listClauseDecisions',
  method: 'GET',
  url: '/api/agreements/:version/clauses/:clause/decisions',
  summary: 'What a clause decided, newest first: the rows behind its numbers.',
  roles: EVERYONE,
  params: z.object({ version: z.coerce.number().int().min(1), clause: z.string().max(500) }),
  query: z.object({ after: cursor.optional(), limit: pageSize }),
  response: z.object({
    decisions: z.array(
      z.object({
        id: z.uuid(),
        personId: z.uuid(),
        name: z.string(),
        company: z.string().nullable(),
        what: z.string(),
        at: moment,
        data: z.record(z.string(), z.unknown()),
      }),
    ),
    next: cursor.nullable(),
  }),
})

export const checkAgreement = contract({
  id: 'checkAgreement',
  method: 'POST',
  isQuestion: true,
  url: '/api/agreements/checks',
  summary: 'Checks a document without saving it: problems with line and clause, or the clauses as sentences.',
  roles: NOT_VIEWERS,
  query: z.object({ language: z.enum(['en', 'fr']).default('en') }),
  body: z.object({ document: z.string().max(1_000_000) }),
  response: z.object({
    isValid: z.boolean(),
    problems: z.array(agreementProblem),
    clauses: z.array(clauseSentence),
    silent: z.array(z.string()),
  }),
})

export const draftAgreement = contract({
  id: 'draftAgreement',
  method: 'POST',
  url: '/api/agreements',
  summary: 'Saves a new draft version. A document with problems is refused and changes nothing.',
  roles: ['admin', 'manager', 'marketer', 'seller'],
  body: z.object({ document: z.string().max(1_000_000), note: z.string().max(2_000).default('') }),
  response: z.object({ version: z.int() }),
  status: 201,
})

export const signAgreement = contract({
  id: 'signAgreement',
  method: 'POST',
  url: '/api/agreements/:version/signatures',
  summary:
    'Signs a version for the team one belongs to. A draft with every signature of both teams comes into force two seconds later, or on its date.',
  roles: NOT_VIEWERS,
  params: z.object({ version: z.coerce.number().int().min(1) }),
  body: z.object({ inForceFrom: moment.optional() }),
  response: agreementSummary,
  status: 201,
})

export const withdrawAgreement = contract({
  id: 'withdrawAgreement',
  method: 'POST',
  url: '/api/agreements/:version/withdrawal',
  summary: 'Withdraws a draft. The version in force cannot be withdrawn, only superseded.',
  roles: MANAGERS,
  params: z.object({ version: z.coerce.number().int().min(1) }),
  response: agreementSummary,
})

export const getAgreementSchema = contract({
  id: 'getAgreementSchema',
  method: 'GET',
  url: '/api/agreement-schema.json',
  summary: 'The JSON Schema of the document, for editors.',
  roles: 'public',
  response: z.record(z.string(), z.unknown()),
})
