import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { ExplainedError } from '../explained-error.ts'
import { run } from './lift.ts'

const folder = mkdtempSync(join(tmpdir(), 'ensemble-lift-'))
afterAll(() => rmSync(folder, { recursive: true }))
afterEach(() => vi.restoreAllMocks())

function file(name: string, lines: readonly string[]): string {
  const path = join(folder, name)
  writeFileSync(path, lines.join('\n'))
  return path
}

async function json(...args: string[]) {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {})
  expect(await run([...args, '--json'])).toBe(0)
  return JSON.parse(log.mock.calls.flat().join(''))
}

const test1 = file('test.csv', [
  'who;grp;bought;spent',
  ...Array.from(
    { length: 200 },
    (_, i) => `p${i};${i % 2 ? 'mail' : 'none'};${i % 20 < 3 + (i % 2) * 4 ? 1 : 0};${i % 7},5`,
  ),
])

test('reads shares and amounts, a group for each arm, with decimal commas', async () => {
  const found = await json(test1, '--arm', 'grp', '--control', 'NONE', '--outcome', 'bought,spent')
  expect(found.people).toBe(200)
  const [bought, spent] = found.outcomes
  expect(bought).toMatchObject({
    outcome: 'bought',
    control: { name: 'none', n: 100, mean: 0.2 },
    arms: [{ name: 'mail', mean: 0.3 }],
  })
  expect(spent.control.mean).toBeCloseTo(3.5, 1)
})

test('says what is missing', async () => {
  const refused = (...args: string[]) =>
    run(args).then(String, (error: unknown) => (error instanceof ExplainedError ? error.message : 'not explained'))
  expect(await refused(test1, '--arm', 'group', '--control', 'none', '--outcome', 'bought')).toContain(
    'there is no column "group"',
  )
  expect(await refused(test1, '--arm', 'grp', '--control', 'nobody', '--outcome', 'bought')).toContain(
    'The groups are none, mail.',
  )
  expect(await refused(test1, '--arm', 'grp', '--control', 'none', '--outcome', 'who')).toContain(
    'row 2, who: "p0" is not a number',
  )
})

const real = join(import.meta.dirname, '../../../shared/data/hillstrom-email/hillstrom.csv.xz')
test.skipIf(!existsSync(real))('Hillstrom gives its true lifts (skipped where ../shared/data is absent)', async () => {
  const unpacked = spawnSync('xz', ['-dc', real], { maxBuffer: 64 * 1024 * 1024 })
  // Without xz on this machine there is nothing to read.
  if (unpacked.status !== 0) return
  const path = join(folder, 'hillstrom.csv')
  writeFileSync(path, unpacked.stdout)
  const found = await json(path, '--arm', 'segment', '--control', 'No E-Mail', '--outcome', 'visit,conversion,spend')
  expect(found.people).toBe(64_000)
  const lifts = Object.fromEntries(
    found.outcomes[1].arms.map((arm: { name: string; difference: number }) => [arm.name, arm.difference]),
  )
  expect(lifts['Mens E-Mail']).toBeCloseTo(0.0068, 4)
  expect(lifts['Womens E-Mail']).toBeCloseTo(0.0031, 4)
  expect(found.outcomes[1].arms.every((arm: { pAdjusted: number }) => arm.pAdjusted < 0.001)).toBe(true)
  expect(found.outcomes[0].splitP).toBeGreaterThan(0.05)
})
