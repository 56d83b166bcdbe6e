import type { Calendar } from '@ensemble/engine/worktime/calendar.ts'
import type { Context } from '../../context.ts'
import type { Queryable } from '../../db/queryable.ts'
import { readHouseSettings } from '../setup/house-settings.ts'
import { calendarOf } from '../users/calendar-of.ts'

/** Whom a mail is for, with what its words and its time depend on. */
export type Recipient = {
  id: string
  name: string
  address: string
  language: 'en' | 'fr'
  company: string
  calendar: Calendar
  publicUrl: string
  nowMs: number
}

/** Null for somebody who left or has no address. */
export async function readRecipient(db: Queryable, ctx: Context, userId: string): Promise<Recipient | null> {
  const { rows } = await db.query<{ name: string; email: string | null; locale: string | null }>(
    'select name, email, locale from users where id = $1 and is_active',
    [userId],
  )
  const [row] = rows
  if (row === undefined || row.email === null) return null
  const nowMs = ctx.now()
  const house = await readHouseSettings(db)
  const language = row.locale === 'en' || row.locale === 'fr' ? row.locale : house.locale
  const calendar = await calendarOf(db, userId, ctx.agreements.at(nowMs).calendar, nowMs)
  return {
    id: userId,
    name: row.name,
    address: row.email,
    language,
    company: house.company,
    calendar,
    publicUrl: ctx.publicUrl,
    nowMs,
  }
}
