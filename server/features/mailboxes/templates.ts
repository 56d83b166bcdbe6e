import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { newId } from '../../db/new-id.ts'
import type { Queryable } from '../../db/queryable.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import { fillTemplate, VARIABLES } from './fill-template.ts'
import type { template } from './shapes.ts'

type View = z.input<typeof template>
type Written = { name: string; language: 'en' | 'fr'; purpose: 'sales' | 'marketing'; subject: string; body: string }
type Row = Written & { template_id: string }

const NAMED = /\{\{\s*([^{}|]{1,60}?)\s*(?:\|[^{}]{0,200})?\}\}/g

function viewOf({ template_id, ...row }: Row): View {
  const named = [...`${row.subject}\n${row.body}`.matchAll(NAMED)].flatMap((match) => match[1] ?? [])
  return { id: template_id, ...row, variables: [...new Set(named)] }
}

const COLUMNS = 'template_id, name, language, purpose, subject, body'

export async function listTemplates(db: Queryable): Promise<View[]> {
  const { rows } = await db.query<Row>(
    `select ${COLUMNS} from mail_templates where archived_at is null order by lower(name), template_id`,
  )
  return rows.map(viewOf)
}

function requireKnown(written: Written): void {
  const { unknown } = fillTemplate(`${written.subject}\n${written.body}`, new Map())
  if (unknown.length === 0) return
  throw new Problem('bad-request', `There is no variable ${unknown.join(', ')}.`, {
    mend: `Use one of ${VARIABLES.join(', ')}.`,
    errors: unknown.map((each) => ({ where: 'body.body', what: `{{${each}}} is no variable` })),
  })
}

export async function createTemplate(ctx: Context, caller: Pick<Caller, 'id'>, written: Written): Promise<View> {
  requireKnown(written)
  const { rows } = await ctx.db.query<Row>(
    `insert into mail_templates (template_id, name, language, purpose, subject, body, created_by, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $8) returning ${COLUMNS}`,
    [
      newId(ctx.now()),
      written.name,
      written.language,
      written.purpose,
      written.subject,
      written.body,
      caller.id,
      new Date(ctx.now()),
    ],
  )
  return onlyOne(rows)
}

export async function changeTemplate(ctx: Context, templateId: string, written: Written): Promise<View> {
  requireKnown(written)
  const { rows } = await ctx.db.query<Row>(
    `update mail_templates set name = $2, language = $3, purpose = $4, subject = $5, body = $6, updated_at = $7
      where template_id = $1 and archived_at is null returning ${COLUMNS}`,
    [templateId, written.name, written.language, written.purpose, written.subject, written.body, new Date(ctx.now())],
  )
  return onlyOne(rows)
}

export async function removeTemplate(ctx: Context, templateId: string): Promise<void> {
  await ctx.db.query('update mail_templates set archived_at = $2 where template_id = $1', [
    templateId,
    new Date(ctx.now()),
  ])
}

function onlyOne(rows: readonly Row[]): View {
  const [row] = rows
  if (row === undefined)
    throw new Problem('not-found', 'There is no such template.', { mend: 'It may have been taken out of the list.' })
  return viewOf(row)
}
