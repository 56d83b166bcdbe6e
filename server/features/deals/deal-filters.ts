import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { SAID } from './book/put-deal.ts'
import type { sumDeals } from './list-contract.ts'

export type DealFilters = z.output<NonNullable<(typeof sumDeals)['query']>>
/** Conditions on deals `d`, and what their parameters are. */
export type Where = { conditions: string[]; values: unknown[] }

/** The company's zone, within a statement. */
export const ZONE = `coalesce((select value #>> '{}' from settings where key = 'zone'), 'Europe/Paris')`

function pattern(text: string): string {
  return `%${text.toLowerCase().replaceAll(/[\\%_]/g, (each) => `\\${each}`)}%`
}

/** The pipelines a name stands for in rows: deals that name none are in the first of the agreement. */
export function pipelineKeys(ctx: Pick<Context, 'agreements' | 'now'>, name: string | undefined): string[] | null {
  if (name === undefined) return null
  const [first] = ctx.agreements.at(ctx.now()).pipelines
  return first?.name === name ? ['', name] : [name]
}

function statusConditions({ status, due }: DealFilters, bind: (value: unknown) => string): string[] {
  if (due !== undefined || status === 'open') return [`d.status = 'open'`]
  if (status === 'closed') return [`d.status <> 'open'`]
  if (status === 'unproven') return [`d.status = 'won' and d.proof = 'none'`]
  return status === undefined ? [] : [`d.status = ${bind(status)}`]
}

function dueCondition(due: NonNullable<DealFilters['due']>, now: () => string): string {
  switch (due) {
    case 'next step':
      return `(d.next_step_at <= ${now()}::timestamptz or d.next_step is null)`
    case 'no next step':
      return 'd.next_step is null'
    case 'close date over':
      return `d.close_date < (${now()}::timestamptz at time zone ${ZONE})::date`
  }
}

/**
 * What a caller asks as conditions, only those that are asked: a short statement is planned once for each shape. `chooseSlots` says
 * the same of the book.
 */
export function whereOf(ctx: Pick<Context, 'agreements' | 'now'>, asked: DealFilters): Where {
  const values: unknown[] = []
  const bind = (value: unknown): string => `$${values.push(value)}`
  const json = (value: unknown): string => `${bind(JSON.stringify(value))}::jsonb`
  const conditions = statusConditions(asked, bind)
  const on = (value: unknown, condition: () => string): void => {
    if (value !== undefined) conditions.push(condition())
  }
  const day = (value: unknown): string => `${bind(value)}::date`
  const begin = (value: unknown): string => `${bind(value)}::date::timestamp at time zone ${ZONE}`
  const keys = pipelineKeys(ctx, asked.pipeline)
  if (keys !== null)
    conditions.push(
      keys.length === 1 ? `d.pipeline = ${bind(keys[0])}` : `d.pipeline in (${keys.map(bind).join(', ')})`,
    )
  on(asked.stage, () => `d.stage = ${bind(asked.stage)}`)
  on(asked.owner, () => (asked.owner === 'nobody' ? 'd.closer is null' : `d.closer = ${bind(asked.owner)}::uuid`))
  on(
    asked.accountId,
    () => `d.person_id in (select person_id from people where account_id = ${bind(asked.accountId)}::uuid)`,
  )
  on(asked.closeFrom, () => `d.close_key >= ${day(asked.closeFrom)}`)
  on(asked.closeTo, () => `d.close_key < ${day(asked.closeTo)}`)
  on(asked.closedFrom, () => `d.closed_at >= ${begin(asked.closedFrom)}`)
  on(asked.closedTo, () => `d.closed_at < ${begin(asked.closedTo)}`)
  on(asked.minCents, () => `d.amount_key >= ${bind(asked.minCents)}::bigint`)
  on(asked.maxCents, () => `d.amount_key <= ${bind(asked.maxCents)}::bigint and d.amount_key >= 0`)
  on(asked.currency, () => `d.currency = ${bind(asked.currency)}`)
  on(asked.product, () => `d.products @> ${json([asked.product])}`)
  on(asked.competitor, () => `d.competitors @> ${json([asked.competitor])}`)
  if (asked.saidBy !== undefined) {
    const word = { saidBy: asked.saidBy, ...(asked.reason === undefined ? {} : { reasons: [asked.reason] }) }
    conditions.push(`(${SAID}) @> ${json([word])}`)
  } else on(asked.reason, () => `d.reasons @> ${json([asked.reason])}`)
  if (asked.due !== undefined) conditions.push(dueCondition(asked.due, () => bind(new Date(ctx.now()))))
  on(asked.without, () =>
    asked.without === 'amount' ? '(d.amount_cents is null or d.currency is null)' : 'd.close_date is null',
  )
  on(asked.text, () => `d.search like ${bind(pattern(asked.text ?? ''))}`)
  return { conditions, values }
}
