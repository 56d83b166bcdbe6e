import type { Queryable } from '../../db/queryable.ts'
import { form } from './contract.ts'
import type { Field, HostedForm } from './field.ts'

type Row = {
  slug: string
  title: string
  intro: string
  fields: unknown
  consents: unknown
  channel: string | null
  campaign: string | null
  is_published: boolean
  sent: number
  created_at: Date
}

function fieldsOf(stored: unknown): Field[] {
  const parsed = form.shape.fields.safeParse(stored)
  return parsed.success ? parsed.data : []
}

function consentsOf(stored: unknown): HostedForm['consents'] {
  const parsed = form.shape.consents.safeParse(stored)
  return parsed.success ? parsed.data : []
}

function formOf({ is_published, created_at: _, sent: __, fields, consents, ...row }: Row): HostedForm {
  return { ...row, fields: fieldsOf(fields), consents: consentsOf(consents), isPublished: is_published }
}

export async function listForms(db: Queryable): Promise<(HostedForm & { sent: number; createdAt: string })[]> {
  const { rows } = await db.query<Row>(
    `select slug, title, intro, fields, consents, channel, campaign, is_published, sent, created_at from forms order by created_at, slug`,
  )
  return rows.map((row) => ({ ...formOf(row), sent: row.sent, createdAt: row.created_at.toISOString() }))
}

export async function findForm(db: Queryable, slug: string): Promise<HostedForm | null> {
  const { rows } = await db.query<Row>(
    `select slug, title, intro, fields, consents, channel, campaign, is_published, sent, created_at from forms where slug = $1`,
    [slug],
  )
  return rows[0] === undefined ? null : formOf(rows[0])
}
