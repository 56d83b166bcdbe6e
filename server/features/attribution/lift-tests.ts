import { randomUUID } from 'node:crypto'
import { measureGeoLift } from '@ensemble/engine/experiments/measure-geo-lift.ts'
import { measureLift } from '@ensemble/engine/experiments/measure-lift.ts'
import { seedRandom } from '@ensemble/engine/stats/random.ts'
import { sampleSize } from '@ensemble/engine/stats/sample-size.ts'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import type { addLiftTest as adding, liftTest } from './lift-contract.ts'

type Adding = z.output<NonNullable<(typeof adding)['body']>>
type Groups = Adding['groups']
type View = z.input<typeof liftTest>
type Found = Pick<View, 'control' | 'lifts' | 'detectable' | 'doubts'>

const BROKEN_SPLIT = 0.001

export async function listLiftTests({ db }: Pick<Context, 'db'>, campaignId: string): Promise<{ tests: View[] }> {
  const { rows } = await db.query<{
    id: string
    name: string
    outcome: string
    note: string
    groups: Groups
    created_by: string | null
    author: string | null
    created_at: Date
  }>(
    `select lift_test_id as id, t.name, outcome, note, groups, created_by, u.name as author, t.created_at
       from lift_tests t left join users u on u.id = created_by where campaign_id = $1 order by t.created_at desc, lift_test_id`,
    [campaignId],
  )
  return {
    tests: rows.map(({ groups, created_by, author, created_at, ...test }) => ({
      ...test,
      design: groups.design,
      ...measured(groups),
      createdBy: created_by === null ? null : { id: created_by, name: author ?? '' },
      createdAt: created_at.toISOString(),
    })),
  }
}

export async function addLiftTest(
  ctx: Pick<Context, 'db' | 'now'>,
  caller: Pick<Caller, 'id'>,
  campaignId: string,
  { name, outcome, note, groups }: Adding,
): Promise<{ id: string }> {
  checkGroups(groups)
  const id = randomUUID()
  const { rowCount } = await ctx.db.query(
    `insert into lift_tests (lift_test_id, campaign_id, name, design, outcome, groups, note, created_by, created_at)
     select $1, campaign_id, $3, $4, $5, $6, $7, $8, $9 from campaigns where campaign_id = $2`,
    [id, campaignId, name, groups.design, outcome, JSON.stringify(groups), note, caller.id, new Date(ctx.now())],
  )
  if (rowCount === 1) return { id }
  throw new Problem('not-found', 'There is no such campaign.', { mend: 'Look at the list of campaigns.' })
}

export async function removeLiftTest({ db }: Pick<Context, 'db'>, liftTestId: string): Promise<void> {
  const { rowCount } = await db.query('delete from lift_tests where lift_test_id = $1', [liftTestId])
  if (rowCount === 0)
    throw new Problem('not-found', 'There is no such test.', { mend: 'It may have been removed: load the page again.' })
}

function checkGroups(groups: Groups): void {
  if (groups.design === 'holdout') {
    const wrong = groups.arms.findIndex((arm) => arm.successes > arm.n)
    if (wrong >= 0)
      throw new Problem('bad-request', `${groups.arms[wrong]?.name} has more outcomes than people.`, {
        mend: 'Each person counts once: write how many of them had the outcome.',
        errors: [{ where: `groups.arms.${wrong}.successes`, what: 'is more than n' }],
      })
    return
  }
  const treated = groups.regions.filter((region) => region.isTreated).length
  if (treated < 3 || groups.regions.length - treated < 3)
    throw new Problem('bad-request', 'A test of regions needs three with the campaign and three without.', {
      mend: 'Add regions, or split large ones into cities.',
      errors: [{ where: 'groups.regions', what: `${treated} with, ${groups.regions.length - treated} without` }],
    })
}

function measured(groups: Groups): Found {
  if (groups.design === 'holdout') {
    const arms = groups.arms.map(({ name, n, successes }) => ({
      name,
      n,
      outcome: { kind: 'count' as const, successes },
    }))
    const report = measureLift(arms, arms[0]?.name ?? '')
    if (report === null) return { control: null, lifts: [], detectable: null, doubts: ['few'] }
    return {
      control: report.control,
      lifts: report.arms.map(({ pAdjusted, p: _, ...arm }) => ({ ...arm, p: pAdjusted })),
      detectable: smallestFound(report.control.mean, Math.min(...arms.map(({ n }) => n))),
      doubts: report.splitP < BROKEN_SPLIT ? ['uneven-split'] : [],
    }
  }
  const report = measureGeoLift(groups.regions, seedRandom(1))
  if (report === null) return { control: null, lifts: [], detectable: null, doubts: ['few'] }
  const { difference, interval, incremental, treated, controls, p, detectable, likeness } = report
  return {
    control: { name: '', n: controls, mean: 0 },
    lifts: [
      {
        name: '',
        n: treated,
        mean: difference,
        difference,
        interval,
        relative: null,
        incremental,
        incrementalInterval: { low: interval.low * treated, high: interval.high * treated },
        p,
      },
    ],
    detectable,
    doubts: likeness !== null && (likeness < 0.5 || likeness > 2) ? ['unlike-regions'] : [],
  }
}

/** The smallest rise over a share that so many people in each arm find four times in five; null when not even the largest is. */
export function smallestFound(baseRate: number, perArm: number): number | null {
  if (baseRate <= 0 || baseRate >= 1) return null
  const isFound = (rise: number): boolean =>
    (sampleSize(baseRate, baseRate + rise) ?? Number.POSITIVE_INFINITY) <= perArm
  let [low, high] = [0, 1 - baseRate]
  if (!isFound(high)) return null
  for (let round = 0; round < 60; round += 1) {
    const middle = (low + high) / 2
    if (isFound(middle)) high = middle
    else low = middle
  }
  return high
}
