import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { isTaken } from '../../db/is-taken.ts'
import type { Queryable } from '../../db/queryable.ts'
import { Problem } from '../../http/problem.ts'
import { ensureLanes } from '../meetings/hosts.ts'
import { readHouseSettings } from '../setup/house-settings.ts'
import type { getMyCard as promise, saveMyCard as saving } from './contract.ts'
import { type OwnCard, writeVcard } from './write-vcard.ts'

type View = z.input<NonNullable<(typeof promise)['response']>>
type Input = z.output<NonNullable<(typeof saving)['body']>>
type Row = { id: string; name: string; email: string | null; card_slug: string | null; card: Record<string, unknown> }

export type FoundCard = { userId: string; slug: string; card: OwnCard }

/** The name of somebody as a part of an address: "Élise Vallois" is elise-vallois. */
export function slugOf(name: string): string {
  const plain = name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
  return plain.slice(0, 50) || 'card'
}

function text(card: Record<string, unknown>, key: string, fallback: string): string {
  const value = card[key]
  return typeof value === 'string' ? value : fallback
}

async function cardOf(db: Queryable, row: Row): Promise<OwnCard> {
  const { company } = await readHouseSettings(db)
  return {
    name: text(row.card, 'name', row.name),
    company,
    title: text(row.card, 'title', ''),
    email: text(row.card, 'email', row.email ?? ''),
    phone: text(row.card, 'phone', ''),
    url: text(row.card, 'url', ''),
  }
}

/** The card of an address, of somebody who still works here. */
export async function findCard(db: Queryable, slug: string): Promise<FoundCard | null> {
  const { rows } = await db.query<Row>(
    'select u.id, u.name, u.email, h.card_slug, h.card from meeting_hosts h join users u on u.id = h.user_id where h.card_slug = $1 and u.is_active',
    [slug.toLowerCase()],
  )
  const [row] = rows
  return row === undefined ? null : { userId: row.id, slug, card: await cardOf(db, row) }
}

/** One’s own card; it gets an address of one’s name when it is first asked for. */
export async function getMyCard(ctx: Context, userId: string): Promise<View> {
  await ensureLanes(ctx.db, [userId])
  const row = await readRow(ctx.db, userId)
  const slug = row.card_slug ?? (await giveSlug(ctx, userId, slugOf(row.name)))
  const card = await cardOf(ctx.db, row)
  return { slug, ...card, address: `${ctx.publicUrl}/card/${slug}`, vcard: writeVcard(card) }
}

async function readRow(db: Queryable, userId: string): Promise<Row> {
  const { rows } = await db.query<Row>(
    'select u.id, u.name, u.email, h.card_slug, h.card from users u join meeting_hosts h on h.user_id = u.id where u.id = $1',
    [userId],
  )
  const [row] = rows
  if (row === undefined) throw new Problem('not-found', 'There is no such colleague.', { mend: 'Sign in again.' })
  return row
}

async function giveSlug(ctx: Context, userId: string, wished: string): Promise<string> {
  for (let n = 1; ; n += 1) {
    const slug = n === 1 ? wished : `${wished}-${n}`
    const { rowCount } = await ctx.db.query(
      `update meeting_hosts set card_slug = $2 where user_id = $1 and not exists (select 1 from meeting_hosts where card_slug = $2)`,
      [userId, slug],
    )
    if (rowCount === 1) return slug
  }
}

/** Changes one’s own card. */
export async function saveMyCard(ctx: Context, userId: string, { slug, ...card }: Input): Promise<View> {
  if (card.url !== '' && !/^https?:\/\/\S+$/.test(card.url))
    throw new Problem('bad-request', 'The address of the site is none.', {
      mend: 'Write it with https:// before it.',
      errors: [{ where: 'body.url', what: 'is no address' }],
    })
  await ensureLanes(ctx.db, [userId])
  try {
    await ctx.db.query('update meeting_hosts set card_slug = $2, card = $3 where user_id = $1', [
      userId,
      slug,
      JSON.stringify(card),
    ])
  } catch (error) {
    if (!isTaken(error)) throw error
    throw new Problem('conflict', `The address ${slug} belongs to a colleague.`, {
      mend: 'Choose another.',
      errors: [{ where: 'body.slug', what: 'is taken' }],
    })
  }
  return getMyCard(ctx, userId)
}
