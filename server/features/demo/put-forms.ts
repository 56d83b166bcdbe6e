import type { Context } from '../../context.ts'
import type { Cast } from './cast.ts'

const FIELDS = ['name', 'email', 'company', 'phone', 'message'].map((name, place) => ({
  name,
  label: '',
  isRequired: place < 2,
}))
const CONSENTS = [
  { purpose: 'marketing-email', isRequired: false },
  { purpose: 'phone', isRequired: false },
]

/** Stores a form that asks for consents; running it again changes nothing. */
export async function putForms(ctx: Context, cast: Cast, endsAt: number): Promise<void> {
  await ctx.db.query(
    `insert into forms (slug, title, intro, fields, consents, channel, campaign, is_published, created_by, created_at)
     values ('price-list', 'Demander nos tarifs', 'Un conseiller vous envoie les tarifs et vous rappelle dans la journée.', $1, $2, null, null, true, $3, $4)
     on conflict do nothing`,
    [
      JSON.stringify(FIELDS),
      JSON.stringify(CONSENTS),
      cast.marketers[0]?.id ?? null,
      new Date(endsAt - 180 * 86_400_000),
    ],
  )
}
