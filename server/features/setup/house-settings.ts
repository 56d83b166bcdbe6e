import type { Queryable } from '../../db/queryable.ts'

/** What the company says of itself, chosen at the first start. */
export type HouseSettings = { company: string; zone: string; currency: string; locale: 'en' | 'fr' }

const BEFORE_SETUP: HouseSettings = { company: '', zone: 'Europe/Paris', currency: 'EUR', locale: 'en' }

export async function readHouseSettings(db: Queryable): Promise<HouseSettings> {
  const { rows } = await db.query<{ key: string; value: unknown }>(
    'select key, value from settings where key = any($1)',
    [Object.keys(BEFORE_SETUP)],
  )
  const stored = new Map(rows.map((row) => [row.key, row.value]))
  const text = (key: keyof HouseSettings) => {
    const value = stored.get(key)
    return typeof value === 'string' ? value : BEFORE_SETUP[key]
  }
  return {
    company: text('company'),
    zone: text('zone'),
    currency: text('currency'),
    locale: text('locale') === 'fr' ? 'fr' : 'en',
  }
}

export async function saveHouseSettings(tx: Queryable, settings: HouseSettings): Promise<void> {
  for (const [key, value] of Object.entries(settings)) {
    await tx.query(
      `insert into settings (key, value) values ($1, $2)
       on conflict (key) do update set value = excluded.value, updated_at = now()`,
      [key, JSON.stringify(value)],
    )
  }
}
