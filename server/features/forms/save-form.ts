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
  await ctx.db.query(
    `insert into forms (slug, title, intro, fields, channel, campaign, is_published, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (slug) do update set
       title = excluded.title, intro = excluded.intro, fields = excluded.fields, channel = excluded.channel,
       campaign = excluded.campaign, is_published = excluded.is_published`,
    [
      input.slug,
      input.title,
      input.intro,
      JSON.stringify(input.fields),
      input.channel,
      input.campaign,
      input.isPublished,
      caller.id,
    ],
  )
  return input
}

function misfit(what: string, mend: string): Problem {
  return new Problem('bad-request', `This form ${what}.`, { mend, errors: [{ where: 'body.fields', what, mend }] })
}
