import type { Context } from '../../context.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import type { HostedForm } from './field.ts'

/** Creates or changes a hosted form. */
export async function saveForm(ctx: Context, caller: Caller, input: HostedForm): Promise<HostedForm> {
  const names = input.fields.map((field) => field.name)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) throw misfit(`asks twice for "${twice}"`, 'Ask for each thing once.')
  if (!names.includes('email') && !names.includes('phone')) {
    throw misfit('asks neither for an e-mail nor for a phone number', 'Ask for one of them, or nobody can answer.')
  }
  await checkConsents(ctx, input)
  await ctx.db.query(
    `insert into forms (slug, title, intro, fields, channel, campaign, is_published, created_by, consents)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (slug) do update set
       title = excluded.title, intro = excluded.intro, fields = excluded.fields, channel = excluded.channel,
       campaign = excluded.campaign, is_published = excluded.is_published,
       consents = excluded.consents`,
    [
      input.slug,
      input.title,
      input.intro,
      JSON.stringify(input.fields),
      input.channel,
      input.campaign,
      input.isPublished,
      caller.id,
      JSON.stringify(input.consents),
    ],
  )
  return input
}

/** Every purpose once, and only those in use; one that was put out of use since may stay: it is not asked. */
async function checkConsents(ctx: Context, { slug, consents }: HostedForm): Promise<void> {
  const asked = consents.map((each) => each.purpose)
  const twice = asked.find((purpose, index) => asked.indexOf(purpose) !== index)
  if (twice !== undefined) throw misfit(`asks twice for "${twice}"`, 'Ask for each purpose once.', 'body.consents')
  if (asked.length === 0) return
  const { rows } = await ctx.db.query<{ purpose: string }>(
    `select purpose from consent_purposes where is_active
     union select c->>'purpose' from forms, jsonb_array_elements(consents) as c where slug = $1`,
    [slug],
  )
  const unknown = asked.findIndex((purpose) => rows.every((row) => row.purpose !== purpose))
  if (unknown === -1) return
  throw misfit(
    `asks to agree to "${asked[unknown]}", which is no purpose in use`,
    'Choose one under Settings, Privacy, or add it there.',
    `body.consents.${unknown}.purpose`,
  )
}

function misfit(what: string, mend: string, where = 'body.fields'): Problem {
  return new Problem('bad-request', `This form ${what}.`, { mend, errors: [{ where, what, mend }] })
}
