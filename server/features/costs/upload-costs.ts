import { createWriteStream } from 'node:fs'
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { FastifyRequest } from 'fastify'
import type { Context } from '../../context.ts'
import { newId } from '../../db/new-id.ts'
import { Problem } from '../../http/problem.ts'
import { openTable } from '../imports/tables/open-table.ts'
import { UnreadableFile } from '../imports/tables/unreadable-file.ts'
import { plainColumn, readCostHeader, readNamesHeader } from './cost-columns.ts'
import type { StoredCostFile } from './cost-imports.ts'

const FILE_LIMIT_BYTES = 100 * 1024 ** 2
const FILES_LIMIT = 20
const LINES_BEFORE = 20

/** Stores the files of a request in the home folder under names of ours, and the import they make. */
export async function uploadCosts(ctx: Context, request: FastifyRequest, by: string): Promise<string> {
  if (!request.isMultipart())
    throw new Problem('bad-request', 'No file came with this request.', {
      mend: 'Send the files as multipart/form-data.',
    })
  const importId = newId(ctx.now())
  const folder = join(ctx.home, 'uploads', importId)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  try {
    const files: StoredCostFile[] = []
    for await (const part of request.parts({ limits: { fileSize: FILE_LIMIT_BYTES, files: FILES_LIMIT } })) {
      if (part.type !== 'file') continue
      const name = shownName(part.filename, files.length)
      const path = join(folder, String(files.length))
      await pipeline(part.file, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
      if (part.file.truncated)
        throw new Problem('too-large', `"${name}" is larger than ${FILE_LIMIT_BYTES / 1024 ** 2} MB.`, {
          mend: 'Export a shorter period, or by campaign instead of by ad.',
        })
      files.push({ name, path, skippedRows: await skipTitle(path, name) })
    }
    await refuseWithoutCosts(files)
    const title = files.length === 1 ? files[0]?.name : `${files[0]?.name} (+${files.length - 1})`
    await ctx.db.query(
      `insert into cost_imports (import_id, title, status, files, created_by, created_at) values ($1, $2, 'uploaded', $3, $4, $5)`,
      [importId, title, JSON.stringify(files), by, new Date(ctx.now())],
    )
    return importId
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    if (error instanceof UnreadableFile) throw new Problem('wrong-kind-of-file', error.message, { mend: error.mend })
    throw error
  }
}

async function refuseWithoutCosts(files: readonly StoredCostFile[]): Promise<void> {
  if (files.length === 0)
    throw new Problem('bad-request', 'No file came with this request.', { mend: 'Choose a CSV or XLSX file.' })
  let hasCosts = false
  for (const { name, path } of files) {
    const { columns } = (await openTable(path, name)).table
    const isCosts = readCostHeader(columns) !== null
    hasCosts ||= isCosts
    if (isCosts || readNamesHeader(columns) !== null) continue
    throw new Problem('wrong-kind-of-file', `"${name}" has no day and no cost among its columns.`, {
      mend: 'Export costs by day, with the columns Day, Campaign, Cost and Currency.',
      errors: columns.slice(0, 20).map((column) => ({ where: column, what: 'is no column of costs' })),
    })
  }
  if (!hasCosts)
    throw new Problem('wrong-kind-of-file', 'These files tell names, but no costs.', {
      mend: 'Add the export of costs by day.',
    })
}

/** Exports of Google Ads begin with the title of the report. It is cut off, so that the header comes first; the rows keep their numbers. */
async function skipTitle(path: string, name: string): Promise<number> {
  if ((await stat(path)).size === 0) return 0
  const { file, table } = await openTable(path, name)
  if (file.kind === 'workbook' || readCostHeader(table.columns) !== null) return 0
  const text = new TextDecoder(file.decoder).decode(await readFile(path))
  const lines = text.split(/\r?\n/, LINES_BEFORE)
  const at = lines.findIndex((line) => readCostHeader(line.split(/[,;\t]/).map((cell) => cell.replace(/^"|"$/g, ''))))
  if (at <= 0) return 0
  await writeFile(path, text.split(/\r?\n/).slice(at).join('\n'), { mode: 0o600 })
  return at
}

/** The name is only shown, never opened. */
function shownName(name: string, index: number): string {
  const clean = (name.split(/[/\\]/).at(-1) ?? '').replace(/\p{C}/gu, '').trim().slice(0, 200).toWellFormed()
  return plainColumn(clean) === '' ? `file ${index + 1}` : clean
}
