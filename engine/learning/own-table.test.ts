import { describe, expect, it } from 'vitest'
import { historyOfStories } from '../backtest/history-of-stories.ts'
import type { Fact } from '../facts/fact.ts'
import { AGREEMENT, fact, when } from '../lifecycle/story-for-test.ts'
import { learn } from './learn.ts'
import { ownTable } from './own-table.ts'
import { noise } from './table-for-test.ts'

const DAY = 86_400_000
const known = (at: number, employees: number, role?: string): Fact =>
  fact(at, 'person.identified', {
    person: { email: 'vera@firm.example', ...(role === undefined ? {} : { role }) },
    account: { employees },
  })
const won = (at: number): Fact => fact(at, 'deal.won', { deal: 'd1', amountCents: 100, currency: 'EUR', proof: 'none' })

/** Lead `i` is met on day `i`, qualifies an hour later and may be won ten days after that. */
function past(n: number, isWon: (i: number) => boolean) {
  const stories = new Map<string, Fact[]>()
  const qualifiedAt = new Map<string, number>()
  for (let i = 0; i < n; i += 1) {
    const at = when('0 10:00') + i * DAY
    const id = `p${String(i).padStart(5, '0')}`
    const channel = ['search', 'referral'][i % 2] ?? null
    stories.set(id, [
      fact(
        at,
        'form.submitted',
        { name: 'price list' },
        { touch: { channel, origin: null, campaign: null, landingPage: null } },
      ),
      known(at + 60_000, isWon(i) ? 80 : 8),
      // Told by sales when all was over: never part of what was known.
      ...(isWon(i) ? [known(at + 9 * DAY, 5_000, 'owner'), won(at + 10 * DAY)] : []),
    ])
    qualifiedAt.set(id, at + 3_600_000)
  }
  return {
    history: historyOfStories(stories, qualifiedAt),
    agreement: AGREEMENT,
    fromMs: when('0 00:00'),
    toMs: when('0 00:00') + n * DAY,
    withinMs: 30 * DAY,
  }
}

describe('one’s own leads as rows', () => {
  it('hold what was known when they qualified, not what was told later', () => {
    const { table } = ownTable({ ...past(4, (i) => i === 1), untilMs: when('0 00:00') + 400 * DAY })
    const column = (name: string) => table.columns.find((each) => each.name === name)
    expect(column('account.employees')).toMatchObject({ values: Float64Array.from([8, 80, 8, 8]) })
    expect(column('person.role')).toMatchObject({ levels: [] })
    expect(column('lead.channel')).toMatchObject({ levels: ['search', 'referral'] })
    expect([...table.outcomes]).toEqual([0, 1, 0, 0])
  })

  it('wait for the term before a lead without a win counts as lost', () => {
    const { table, fromMs, toMs } = ownTable({ ...past(4, () => false), untilMs: when('32 12:00') })
    expect([...table.outcomes]).toEqual([0, 0, 0, -1])
    expect([fromMs, toMs]).toEqual([when('0 11:00'), when('3 11:00')])
  })

  it('leave out who qualified outside the period', () => {
    expect(ownTable({ ...past(4, () => false), toMs: when('2 00:00'), untilMs: when('90 00:00') }).table.rows).toBe(2)
  })

  it('can be learned from, by fields named as clauses read them', () => {
    const rows = past(600, (i) => noise(i) < (i % 2 === 1 ? 0.6 : 0.2))
    const { table } = ownTable({ ...rows, untilMs: when('0 00:00') + 900 * DAY })
    const found = learn(table, { model: 'bayes', split: 'time', exclude: ['account.employees'], writtenAfter: [] })
    expect(found.ok && found.model.trainedOn.rows).toBe(480)
    expect(found.ok && found.fields[0]?.field).toBe('lead.channel')
    const few = learn(ownTable({ ...past(30, () => false), untilMs: when('90 00:00') }).table, {
      model: 'bayes',
      split: 'time',
      exclude: [],
      writtenAfter: [],
    })
    expect(few.ok ? '' : few.reason).toMatch(/0 successes to learn from; at least 20/)
  })
})
