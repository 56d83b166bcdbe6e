import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { attributeAll } from '@ensemble/engine/attribution/attribute.ts'
import { canTell } from '@ensemble/engine/attribution/can-tell.ts'
import { creditByRemoval } from '@ensemble/engine/attribution/credit-by-removal.ts'
import { attributionModels } from '@ensemble/engine/attribution/models.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readAttributionFile } from './attribution/read-attribution-file.ts'

const data = join(import.meta.dirname, '../../../shared/data')
const paths = join(data, 'attribution-pathdata/PathData.csv')
const touches = join(data, 'attribution-july2018/attribution_data.csv.xz')
const canRead = existsSync(paths) && existsSync(touches) && spawnSync('xz', ['--version']).status === 0
const reading = { map: [], by: null, separator: null, dates: 'iso', isRestarting: false } as const

describe.skipIf(!canRead)('on public attribution data (skipped where the folder shared/data is absent)', () => {
  let folder = ''
  let july = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ensemble-attribute-'))
    july = join(folder, 'july.csv')
    await writeFile(july, spawnSync('xz', ['-dc', touches], { maxBuffer: 2 ** 28 }).stdout)
  })
  afterAll(() => rm(folder, { recursive: true }))

  /** Rows of PathData read without any of the product's code. */
  const rows = () =>
    readFileSync(paths, 'utf8')
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.replaceAll('"', '').split(','))
      .map(([path = '', won, value, lost]) => ({
        steps: path.split(' > '),
        conversions: Number(won),
        value: Number(value),
        nulls: Number(lost),
      }))

  test('first, last and linear are those of an independent count, with money to the last unit', async () => {
    const { journeys, decimals } = await readAttributionFile({ path: paths, ...reading })
    const [first, last, linear] = attributeAll(journeys, ['first', 'last', 'linear'])
    const counted = new Map<string, { first: number; last: number; linear: number; value: number }>()
    let conversions = 0
    let units = 0
    for (const row of rows()) {
      conversions += row.conversions
      units += Math.round(row.value * 1e6)
      for (const [i, step] of row.steps.entries()) {
        const own = counted.get(step) ?? { first: 0, last: 0, linear: 0, value: 0 }
        if (i === 0) own.first += row.conversions
        if (i === row.steps.length - 1) own.last += row.conversions
        own.linear += row.conversions / row.steps.length
        own.value += row.value / row.steps.length
        counted.set(step, own)
      }
    }
    expect(decimals).toBe(6)
    expect(journeys.labels).toEqual([...counted.keys()].sort())
    for (const [i, label] of journeys.labels.entries()) {
      expect(first?.conversions[i], label).toBe(counted.get(label)?.first)
      expect(last?.conversions[i], label).toBe(counted.get(label)?.last)
      expect(linear?.conversions[i], label).toBeCloseTo(counted.get(label)?.linear ?? 0, 8)
      expect((linear?.cents[i] ?? 0) / 10 ** decimals, label).toBeCloseTo(counted.get(label)?.value ?? 0, 4)
    }
    for (const credits of attributeAll(journeys)) {
      expect(credits.conversions.reduce((sum, one) => sum + one, 0)).toBeCloseTo(conversions, 8)
      expect(credits.cents.reduce((sum, one) => sum + one, 0)).toBe(units)
    }
  })

  test('removal effects are within 1e-9 of a solve of each reduced system that shares no code', async () => {
    const { journeys } = await readAttributionFile({ path: paths, ...reading })
    const { effects, base } = creditByRemoval(journeys)
    const flows = new Map<string, Map<string, number>>()
    for (const { steps, conversions, nulls } of rows()) {
      const states = ['<', ...steps]
      for (const [i, state] of states.entries()) {
        const row = flows.get(state) ?? new Map<string, number>()
        flows.set(state, row)
        const next = states[i + 1]
        if (next !== undefined) row.set(next, (row.get(next) ?? 0) + conversions + nulls)
        else row.set('!', (row.get('!') ?? 0) + conversions).set('?', (row.get('?') ?? 0) + nulls)
      }
    }
    // Value iteration on the reduced chain until nothing moves: the least solution of x = Qx + r.
    const converts = (removed: string): number => {
      const found = new Map<string, number>()
      for (let sweep = 0; sweep < 20_000; sweep += 1) {
        let moved = 0
        for (const [state, row] of flows) {
          if (state === removed) continue
          const total = [...row.values()].reduce((sum, weight) => sum + weight, 0)
          let value = (row.get('!') ?? 0) / total
          for (const [next, weight] of row) value += ((found.get(next) ?? 0) * weight) / total
          moved = Math.max(moved, Math.abs(value - (found.get(state) ?? 0)))
          found.set(state, value)
        }
        if (moved < 1e-15) break
      }
      return found.get('<') ?? 0
    }
    expect(base).toBeCloseTo(converts(''), 11)
    for (const [i, label] of journeys.labels.entries())
      expect(Math.abs((effects[i] ?? 0) - (1 - converts(label) / converts(''))), label).toBeLessThan(1e-9)
  })

  test.each([false, true])(
    'the negative control of July 2018 cannot tell its channels apart (restarting: %s)',
    async (isRestarting) => {
      const { journeys } = await readAttributionFile({ path: july, ...reading, isRestarting })
      expect(journeys.conversions.reduce((sum, one) => sum + one, 0)).toBe(1474)
      expect(canTell(journeys)).toMatchObject({ kind: 'cannot-tell', more: [], less: [] })
      for (const { cents } of attributeAll(journeys, attributionModels))
        expect(cents.reduce((sum, one) => sum + one, 0)).toBe(917_100)
    },
  )

  test('PathData, whose channels all convert alike, cannot tell them apart either', async () => {
    const { journeys } = await readAttributionFile({ path: paths, ...reading })
    expect(canTell(journeys).kind).toBe('cannot-tell')
  })

  test('the order of the rows of the file changes nothing', async () => {
    const [head, ...lines] = readFileSync(july, 'utf8').trim().split('\n')
    const turned = join(folder, 'turned.csv')
    await writeFile(turned, [head, ...lines.reverse()].join('\n'))
    const one = await readAttributionFile({ path: july, ...reading })
    const other = await readAttributionFile({ path: turned, ...reading })
    expect(attributeAll(other.journeys)).toEqual(attributeAll(one.journeys))
  })
})
