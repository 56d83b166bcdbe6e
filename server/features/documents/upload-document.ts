import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { type FileHandle, mkdir, open, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { newId } from '../../db/new-id.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import { isKnownCurrency } from '../costs/currencies.ts'
import { documentKind } from '../deals/shapes.ts'
import { checkRights } from '../facts/check-rights.ts'
import { recordFacts } from '../facts/record-facts.ts'
import { checkPdf } from './check-pdf.ts'

export const LIMIT_BYTES = 25 * 1024 ** 2
const PIECE_BYTES = 512 * 1024

const fieldsShape = z
  .object({
    kind: documentKind,
    signedOn: z.iso.date().optional(),
    signatories: z.array(z.string().trim().min(1).max(200)).max(20),
    amountCents: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
    currency: z.string().refine(isKnownCurrency, { error: 'is no currency: use three letters such as EUR' }).optional(),
  })
  .superRefine(({ kind, signedOn, signatories }, { addIssue }) => {
    if (kind !== 'contract') return
    if (signedOn === undefined)
      addIssue({ code: 'custom', path: ['signedOn'], message: 'say on which day it was signed, such as 2026-03-31' })
    if (signatories.length === 0) addIssue({ code: 'custom', path: ['signatories'], message: 'name who signed it' })
  })

type Fields = z.output<typeof fieldsShape>
type Placed = { path: string; name: string; fields: Fields }
type Deal = { personId: string; dealId: string }

function readFields(raw: Record<string, string[]>, todayIso: string): Fields {
  const one = (name: string): string | undefined => {
    const value = raw[name]?.[0]?.trim()
    return value === '' ? undefined : value
  }
  const read = fieldsShape.safeParse({
    kind: one('kind') ?? 'contract',
    signedOn: one('signedOn'),
    signatories: (raw.signatories ?? []).filter((each) => each.trim() !== ''),
    amountCents: one('amountCents'),
    currency: one('currency'),
  })
  const errors = read.success
    ? []
    : read.error.issues.map((issue) => ({ where: `body.${issue.path.join('.')}`, what: issue.message }))
  if (read.success && read.data.signedOn !== undefined && read.data.signedOn > todayIso)
    errors.push({ where: 'body.signedOn', what: 'is in the future: a contract that is not signed yet proves nothing' })
  if (read.success && errors.length === 0) return read.data
  throw new Problem('bad-request', 'What was said of the document does not fit.', {
    mend: 'Correct the fields named in errors and send it again. Nothing was stored.',
    errors,
  })
}

/** The name is only shown, never opened. */
function shownName(name: string): string {
  const clean = (name.split(/[/\\]/).at(-1) ?? '').replace(/\p{C}/gu, '').trim().slice(0, 200).toWellFormed()
  return clean === '' ? 'document.pdf' : clean
}

async function place(request: FastifyRequest, folder: string, todayIso: string): Promise<Placed> {
  if (!request.isMultipart())
    throw new Problem('bad-request', 'No file came with this request.', {
      mend: 'Send the file as multipart/form-data.',
    })
  const raw: Record<string, string[]> = {}
  for await (const part of request.parts({ limits: { fileSize: LIMIT_BYTES, files: 1, fields: 30 } })) {
    if (part.type !== 'file') {
      if (typeof part.value === 'string') raw[part.fieldname] = [...(raw[part.fieldname] ?? []), part.value]
      continue
    }
    // What is wrong with the words is said before a large file is read.
    const fields = readFields(raw, todayIso)
    const path = join(folder, 'document')
    const name = shownName(part.filename)
    await pipeline(part.file, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
    if (part.file.truncated)
      throw new Problem('too-large', `"${name}" is larger than ${LIMIT_BYTES / 1024 ** 2} MB.`, {
        mend: 'Save it with smaller pictures, or add only the signed pages.',
      })
    return { path, name, fields }
  }
  throw new Problem('bad-request', 'No file came with this request.', { mend: 'Choose a PDF.' })
}

async function* pieces(file: FileHandle, size: number): AsyncGenerator<Buffer> {
  for (let from = 0; from < size; from += PIECE_BYTES) {
    const buffer = Buffer.alloc(Math.min(PIECE_BYTES, size - from))
    const { bytesRead } = await file.read(buffer, 0, buffer.length, from)
    yield buffer.subarray(0, bytesRead)
  }
}

async function store(
  ctx: Context,
  caller: Caller,
  { personId, dealId }: Deal,
  { path, name, fields }: Placed,
): Promise<string> {
  const { size } = await stat(path)
  const file = await open(path, 'r')
  try {
    const checked = await checkPdf(file, size)
    if (!checked.ok)
      throw new Problem('wrong-kind-of-file', checked.what, {
        mend: checked.mend,
        errors: [{ where: 'body.file', what: checked.what, mend: checked.mend }],
      })
    const hash = createHash('sha256')
    for await (const piece of pieces(file, size)) hash.update(piece)
    const documentId = newId(ctx.now())
    await inTransaction(ctx.db, async (tx) => {
      await tx.query(
        `insert into documents (document_id, person_id, deal_id, kind, name, bytes, sha256, pages, signed_on, signatories, uploaded_by, uploaded_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
        [
          documentId,
          personId,
          dealId,
          fields.kind,
          name,
          size,
          hash.digest('hex'),
          checked.pages,
          fields.signedOn ?? null,
          JSON.stringify(fields.signatories),
          caller.id,
          new Date(ctx.now()),
        ],
      )
      let at = 0
      for await (const piece of pieces(file, size)) {
        await tx.query('insert into document_chunks (document_id, place, data) values ($1, $2, $3)', [
          documentId,
          at,
          piece,
        ])
        at += 1
      }
    })
    return documentId
  } finally {
    await file.close()
  }
}

function factOf(documentId: string, dealId: string, { kind, signedOn, signatories, amountCents, currency }: Fields) {
  if (kind === 'contract')
    return {
      kind: 'contract.signed',
      data: { deal: dealId, document: documentId, signedOn, signatories, amountCents, currency },
    } as const
  if (kind === 'offer')
    return { kind: 'deal.changed', data: { deal: dealId, document: documentId, offerSent: true } } as const
  return null
}

async function refuseUnknownDeal(ctx: Context, { personId, dealId }: Deal): Promise<void> {
  const { rowCount } = await ctx.db.query('select 1 from deals where person_id = $1 and deal_id = $2', [
    personId,
    dealId,
  ])
  if (rowCount === 0)
    throw new Problem('not-found', 'There is no such deal here.', {
      mend: 'It may have been taken back: look at the story of the person.',
    })
}

/**
 * Keeps a PDF of a deal and records what it proves: a contract that it was signed, an offer that it was sent. When the fact is
 * refused, the document goes too.
 */
export async function uploadDocument(
  ctx: Context,
  caller: Caller,
  deal: Deal,
  request: FastifyRequest,
): Promise<{ documentId: string; factId: string | null; decisions: string[] }> {
  const nowMs = ctx.now()
  await refuseUnknownDeal(ctx, deal)
  await checkRights(ctx, caller, [
    { kind: 'contract.signed', who: { personId: deal.personId }, data: { deal: deal.dealId } },
  ])
  const folder = join(ctx.home, 'uploads', newId(nowMs))
  await mkdir(folder, { recursive: true, mode: 0o700 })
  try {
    const placed = await place(request, folder, new Date(nowMs + 14 * 3_600_000).toISOString().slice(0, 10))
    const documentId = await store(ctx, caller, deal, placed)
    const fact = factOf(documentId, deal.dealId, placed.fields)
    if (fact === null) return { documentId, factId: null, decisions: [] }
    try {
      const [recorded] = await recordFacts(
        ctx,
        [
          {
            kind: fact.kind,
            at: nowMs,
            messageId: `document:${documentId}`,
            source: 'app',
            actor: caller.id,
            isHistory: false,
            who: { personId: deal.personId },
            touch: null,
            data: JSON.parse(JSON.stringify(fact.data)),
          },
        ],
        { onRefused: 'throw', language: caller.locale ?? 'en' },
      )
      await ctx.db.query('update documents set fact_id = $2 where document_id = $1', [
        documentId,
        recorded?.factId ?? null,
      ])
      return { documentId, factId: recorded?.factId ?? null, decisions: recorded?.decisions ?? [] }
    } catch (error) {
      await ctx.db.query('delete from documents where document_id = $1', [documentId])
      throw error
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
