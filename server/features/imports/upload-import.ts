import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { FastifyRequest } from 'fastify'
import type { Context } from '../../context.ts'
import { newId } from '../../db/new-id.ts'
import { Problem } from '../../http/problem.ts'
import { createImport, type PlacedFile } from './create-import.ts'
import { UnreadableFile } from './tables/unreadable-file.ts'

const FILE_LIMIT_BYTES = 2 * 1024 ** 3
const FILES_LIMIT = 10

/** Streams the files of a request into the home folder, under names of ours, and stores the import they make. */
export async function uploadImport(ctx: Context, request: FastifyRequest, userId: string): Promise<string> {
  if (!request.isMultipart())
    throw new Problem('bad-request', 'No file came with this request.', {
      mend: 'Send the files as multipart/form-data.',
    })
  const importId = newId(ctx.now())
  const folder = join(ctx.home, 'uploads', importId)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  try {
    const files = await store(request, folder)
    if (files.length === 0)
      throw new Problem('bad-request', 'No file came with this request.', { mend: 'Choose a CSV or XLSX file.' })
    await createImport(ctx, { importId, files, userId })
    return importId
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw asProblem(error)
  }
}

async function store(request: FastifyRequest, folder: string): Promise<PlacedFile[]> {
  const files: PlacedFile[] = []
  for await (const part of request.parts({ limits: { fileSize: FILE_LIMIT_BYTES, files: FILES_LIMIT } })) {
    if (part.type !== 'file') continue
    const path = join(folder, String(files.length))
    const name = shownName(part.filename, files.length)
    await pipeline(part.file, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
    if (part.file.truncated) {
      throw new Problem('too-large', `"${name}" is larger than ${FILE_LIMIT_BYTES / 1024 ** 3} GB.`, {
        mend: 'Split it into several files.',
      })
    }
    files.push({ name, path })
  }
  return files
}

/** The name is only shown, never opened: no folders, nothing that does not print. */
function shownName(name: string, index: number): string {
  const base = name.split(/[/\\]/).at(-1) ?? ''
  const clean = base.replace(/\p{C}/gu, '').trim().slice(0, 200).toWellFormed()
  return clean === '' ? `file ${index + 1}` : clean
}

function asProblem(error: unknown): unknown {
  if (error instanceof UnreadableFile) return new Problem('wrong-kind-of-file', error.message, { mend: error.mend })
  if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') {
    return new Problem('not-ready', 'The disk is full; the upload was not stored.', {
      mend: 'Free space on the disk of the data folder and upload again.',
    })
  }
  return error
}
