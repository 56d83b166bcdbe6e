import type { z } from 'zod'
import type { Context } from '../../context.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem, type ProblemPlace } from '../../http/problem.ts'
import { isKnownCurrency } from '../costs/currencies.ts'
import type { incomingFact } from '../facts/contract.ts'

type Asked = z.output<typeof incomingFact>

const isOfDeal = ({ kind }: Asked): boolean =>
  kind.startsWith('deal.') || kind === 'contract.signed' || kind === 'payment.received'

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

function personsOf({ data }: Asked): string[] {
  return (Array.isArray(data.people) ? data.people : []).flatMap((each: unknown) =>
    typeof each === 'object' && each !== null && 'person' in each && typeof each.person === 'string'
      ? [each.person]
      : [],
  )
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

async function missing(ctx: Context, sql: string, ids: readonly string[]): Promise<Set<string>> {
  const asked = [...new Set(ids.filter((id) => UUID.test(id)))]
  if (asked.length === 0) return new Set()
  const { rows } = await ctx.db.query<{ id: string }>(sql, [asked])
  const known = new Set(rows.map((row) => row.id))
  return new Set(asked.filter((id) => !known.has(id)))
}

/** Refuses facts of deals that name what does not exist: currencies, colleagues, people, documents; and overrides that are no manager's. */
export async function checkDealFacts(ctx: Context, caller: Caller, facts: readonly Asked[]): Promise<void> {
  if (!facts.some(isOfDeal)) return
  const isManager = caller.role === 'admin' || caller.role === 'manager'
  const override = facts.findIndex((fact) => isOfDeal(fact) && textOf(fact.data.override)?.trim())
  if (override !== -1 && !isManager)
    throw new Problem('not-allowed', 'Only a manager moves a deal although evidence is missing.', {
      mend: 'Add what is missing, or ask a manager. Nothing was recorded.',
      errors: [{ where: `facts.${override}.data.override`, what: 'is for managers' }],
    })
  const ofDeals = facts.map((fact, index) => ({ fact, index })).filter(({ fact }) => isOfDeal(fact))
  const [users, people, documents] = await Promise.all([
    missing(
      ctx,
      'select id from users where id = any($1::uuid[])',
      ofDeals.flatMap(({ fact }) => [textOf(fact.data.closer) ?? '', textOf(fact.data.sdr) ?? '']),
    ),
    missing(
      ctx,
      'select person_id as id from people where person_id = any($1::uuid[])',
      ofDeals.flatMap(({ fact }) => personsOf(fact)),
    ),
    missing(
      ctx,
      'select document_id as id from documents where document_id = any($1::uuid[])',
      ofDeals.flatMap(({ fact }) => textOf(fact.data.document) ?? ''),
    ),
  ])
  const errors: ProblemPlace[] = ofDeals.flatMap(({ fact, index }) => {
    const at = `facts.${index}.data`
    const currency = textOf(fact.data.currency)
    return [
      ...(currency !== null && !isKnownCurrency(currency)
        ? [
            {
              where: `${at}.currency`,
              what: `"${currency.slice(0, 20)}" is no currency`,
              mend: 'Use a code of ISO 4217, such as EUR.',
            },
          ]
        : []),
      ...(['closer', 'sdr'] as const).flatMap((name) =>
        users.has(textOf(fact.data[name]) ?? '') ? [{ where: `${at}.${name}`, what: 'nobody here has this id' }] : [],
      ),
      ...personsOf(fact).flatMap((id, place) =>
        people.has(id) ? [{ where: `${at}.people.${place}.person`, what: 'there is no such person' }] : [],
      ),
      ...(documents.has(textOf(fact.data.document) ?? '')
        ? [{ where: `${at}.document`, what: 'there is no such document', mend: 'Upload the PDF first.' }]
        : []),
    ]
  })
  if (errors.length > 0)
    throw new Problem('bad-request', 'What was said of the deal does not fit.', {
      mend: 'Correct the fields named in errors and send it again. Nothing was recorded.',
      errors,
    })
}
