import { z } from 'zod'
import { mapping } from './contract.ts'

const storedFile = z.object({
  name: z.string(),
  /** Null when the profile does not use the file. */
  role: z.string().nullable(),
  path: z.string(),
  bytes: z.number(),
  encoding: z.string(),
  separator: z.string().nullable(),
  columns: z.array(z.string()),
  /** Below the header; null until every row has been read once. */
  rows: z.number().nullable().default(null),
})

/** How far a run has come. Written in one transaction with the issues of the same rows. */
const progress = z.object({
  stage: z.enum(['', 'checking', 'recording', 'taking back']).default(''),
  done: z.number().default(0),
  total: z.number().nullable().default(null),
  batches: z.number().default(0),
  issues: z.number().default(0),
  unchanged: z.number().default(0),
})

const storedImport = z.object({
  import_id: z.string(),
  profile: z.string(),
  title: z.string(),
  status: z.enum(['uploaded', 'queued', 'running', 'done', 'failed', 'cancelled', 'undoing', 'undone']),
  files: z.array(storedFile),
  mapping: mapping.nullable(),
  /** The status an undo ends in. */
  options: z.object({ endsAs: z.enum(['undone', 'cancelled', 'failed']).optional() }),
  progress,
  result: z.record(z.string(), z.number()).nullable(),
  error: z.string().nullable(),
  created_by: z.string().nullable(),
  created_at: z.date(),
  started_at: z.date().nullable(),
  finished_at: z.date().nullable(),
})

export type StoredFile = z.output<typeof storedFile>
export type Progress = z.output<typeof progress>
export type ImportRow = z.output<typeof storedImport>

export const IMPORT_COLUMNS =
  'import_id, profile, title, status, files, mapping, options, progress, result, error, created_by, created_at, started_at, finished_at'

export function parseImport(row: unknown): ImportRow {
  return storedImport.parse(row)
}

export function blankProgress(stage: Progress['stage']): Progress {
  return { stage, done: 0, total: null, batches: 0, issues: 0, unchanged: 0 }
}
