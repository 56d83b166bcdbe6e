import { z } from 'zod'
import { contract, NOT_VIEWERS } from '../../http/contract.ts'
import { cursor, moment, pageSize, scalar, userRef } from '../../http/shapes.ts'

const WRITERS = ['admin', 'manager', 'marketer'] as const
const status = z.enum(['uploaded', 'queued', 'running', 'done', 'failed', 'cancelled', 'undoing', 'undone'])

/**
 * Which column becomes what. Targets: `person.name|firstName|lastName|email|phone|title|role|country|region|postcode|city|language|externalId`,
 * `account.name|domain|externalId|industry|employees|revenue|country|region|postcode|city|segment|owner`, `touch.channel|origin|campaign|landingPage`,
 * `at` (first contact), `stage`, `owner`, `isDeleted` (such rows are left out), `trait:NAME` (anything else worth keeping) or null (leave out).
 */
export const mapping = z
  .object({
    columns: z.record(z.string(), z.string().nullable()),
    dateFormat: z.enum(['iso', 'day-first', 'month-first']).default('iso'),
    /** Zone in which dates without one were written. */
    zone: z.string().default('UTC'),
    /** What a row is: a new lead to work today, or history that is only counted. */
    treatAs: z.enum(['history', 'new leads']).default('history'),
    channel: z.string().max(200).nullable().default(null),
    duplicates: z.enum(['update', 'skip']).default('update'),
    /** Country of phone numbers that do not say theirs, where the row names none. */
    country: z.string().length(2).nullable().default(null),
    /** Of amounts that name none. Null: such amounts count in no sum. */
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, 'is a code of three letters, like EUR')
      .nullable()
      .default(null),
    /** The stage of the house that each stage of a CRM becomes; null: it keeps its name, in a column of its own. */
    stages: z
      .array(
        z.object({
          pipeline: z.string().max(200),
          stage: z.string().max(200),
          to: z.object({ pipeline: z.string().max(200), stage: z.string().max(200) }).nullable(),
        }),
      )
      .max(1_000)
      .default([]),
  })
  .meta({ id: 'ImportMapping' })

const file = z.object({
  name: z.string(),
  role: z.string(),
  bytes: z.int(),
  encoding: z.string(),
  separator: z.string().nullable(),
  rows: z.int().nullable(),
  columns: z.array(z.string()),
})

export const importView = z
  .object({
    id: z.uuid(),
    profile: z.string(),
    title: z.string(),
    status,
    files: z.array(file),
    mapping: mapping.nullable(),
    progress: z.object({ done: z.int(), total: z.int().nullable(), stage: z.string() }).nullable(),
    /** Counts by what became of the rows: read, people, leads, deals, facts, users, updated, dropped, repaired, warnings. */
    result: z.record(z.string(), z.number()).nullable(),
    issues: z.int(),
    error: z.string().nullable(),
    createdBy: userRef.nullable(),
    createdAt: moment,
    startedAt: moment.nullable(),
    finishedAt: moment.nullable(),
  })
  .meta({ id: 'ImportView' })

export const listImports = contract({
  id: 'listImports',
  method: 'GET',
  url: '/api/imports',
  summary: 'Imports, newest first.',
  roles: NOT_VIEWERS,
  response: z.object({ imports: z.array(importView) }),
})

export const uploadImport = contract({
  id: 'uploadImport',
  method: 'POST',
  url: '/api/imports',
  summary:
    'Uploads one or more CSV or XLSX files (multipart). The profile is recognised from the columns, or `contacts` with a proposed mapping.',
  roles: WRITERS,
  isUpload: true,
  response: importView,
  status: 201,
})

export const getImport = contract({
  id: 'getImport',
  method: 'GET',
  url: '/api/imports/:importId',
  summary: 'One import with its progress and result.',
  roles: NOT_VIEWERS,
  params: z.object({ importId: z.uuid() }),
  response: importView,
})

export const previewImport = contract({
  id: 'previewImport',
  method: 'POST',
  url: '/api/imports/:importId/previews',
  summary: 'What the first rows would become under a mapping, with the problems they have. Writes nothing.',
  roles: WRITERS,
  params: z.object({ importId: z.uuid() }),
  body: z.object({ mapping: mapping.optional() }),
  response: z.object({
    columns: z.array(z.object({ name: z.string(), target: z.string().nullable(), samples: z.array(z.string()) })),
    rows: z.array(
      z.object({
        row: z.int(),
        becomes: z.record(z.string(), scalar),
        problems: z.array(
          z.object({
            field: z.string().nullable(),
            severity: z.enum(['dropped', 'repaired', 'warning']),
            message: z.string(),
          }),
        ),
      }),
    ),
  }),
})

export const surveyImport = contract({
  id: 'surveyImport',
  method: 'GET',
  url: '/api/imports/:importId/survey',
  summary:
    'For files of a CRM: every stage their deals go through with the stage of the house it is most like (or was chosen last time), and how many amounts name no currency. Writes nothing.',
  roles: WRITERS,
  params: z.object({ importId: z.uuid() }),
  response: z.object({
    stages: z.array(
      z.object({
        pipeline: z.string(),
        stage: z.string(),
        /** Deals that go through it. */
        n: z.int(),
        to: z.object({ pipeline: z.string(), stage: z.string() }).nullable(),
        how: z.enum(['same name', 'similar', 'nothing like it', 'as last time']),
      }),
    ),
    choices: z.array(z.object({ pipeline: z.string(), stage: z.string() })),
    withoutCurrency: z.int(),
    currency: z.string(),
  }),
})

export const runImport = contract({
  id: 'runImport',
  method: 'POST',
  url: '/api/imports/:importId/runs',
  summary: 'Starts the import in the background.',
  roles: WRITERS,
  params: z.object({ importId: z.uuid() }),
  body: z.object({ mapping: mapping.optional(), saveProfileAs: z.string().min(1).max(200).optional() }),
  response: importView,
  status: 202,
})

export const cancelImport = contract({
  id: 'cancelImport',
  method: 'POST',
  url: '/api/imports/:importId/cancellation',
  summary: 'Stops a running import and takes back what it had written.',
  roles: WRITERS,
  params: z.object({ importId: z.uuid() }),
  response: importView,
  status: 202,
})

export const undoImport = contract({
  id: 'undoImport',
  method: 'POST',
  url: '/api/imports/:importId/undo',
  summary:
    'Takes back everything the import brought; people who have since done something else stay with what they did.',
  roles: WRITERS,
  params: z.object({ importId: z.uuid() }),
  response: importView,
  status: 202,
})

export const listImportIssues = contract({
  id: 'listImportIssues',
  method: 'GET',
  url: '/api/imports/:importId/issues',
  summary: 'Every dropped or repaired row with the reason.',
  roles: NOT_VIEWERS,
  params: z.object({ importId: z.uuid() }),
  query: z.object({ after: cursor.optional(), limit: pageSize }),
  response: z.object({
    issues: z.array(
      z.object({
        file: z.string(),
        row: z.int(),
        field: z.string().nullable(),
        severity: z.enum(['dropped', 'repaired', 'warning']),
        code: z.string(),
        message: z.string(),
      }),
    ),
    next: cursor.nullable(),
  }),
})

export const downloadImportIssues = contract({
  id: 'downloadImportIssues',
  method: 'GET',
  url: '/api/imports/:importId/issues.csv',
  summary: 'The same as a CSV file with the original rows; cells that a spreadsheet would run are made harmless.',
  roles: NOT_VIEWERS,
  params: z.object({ importId: z.uuid() }),
  produces: 'text/csv',
})

export const listImportProfiles = contract({
  id: 'listImportProfiles',
  method: 'GET',
  url: '/api/import-profiles',
  summary: 'Ready profiles and saved mappings.',
  roles: NOT_VIEWERS,
  response: z.object({
    ready: z.array(z.object({ id: z.string(), name: z.string(), files: z.array(z.string()), description: z.string() })),
    /** What a column may become, apart from `trait:NAME`. */
    targets: z.array(z.string()),
    saved: z.array(z.object({ id: z.uuid(), name: z.string(), mapping })),
  }),
})

export const removeImportProfile = contract({
  id: 'removeImportProfile',
  method: 'DELETE',
  url: '/api/import-profiles/:profileId',
  summary: 'Forgets a saved mapping.',
  roles: WRITERS,
  params: z.object({ profileId: z.uuid() }),
  response: null,
  status: 204,
})
