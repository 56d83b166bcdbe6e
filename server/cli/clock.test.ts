import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ensemble-clock-'))
})

afterAll(() => rm(folder, { recursive: true }))

type Outcome = { exitCode: number; stdout: string; stderr: string }

async function clock(calendar: string, from: string, within: string, ...more: string[]): Promise<Outcome> {
  const file = join(folder, 'calendar.yaml')
  await writeFile(file, calendar)
  return ensemble('clock', '--calendar', file, '--from', from, '--within', within, ...more)
}

function ensemble(...args: string[]): Promise<Outcome> {
  const main = join(import.meta.dirname, 'main.ts')
  return new Promise((resolve) => {
    execFile(process.execPath, [main, ...args], (error, stdout, stderr) => {
      resolve({ exitCode: typeof error?.code === 'number' ? error.code : 0, stdout, stderr })
    })
  })
}

const office = 'zone: America/Sao_Paulo\nhours:\n  mon-fri: [09:00-12:00, 13:00-17:00]\nholidays: BR-SP\n'

test('the due moment is printed in UTC and on the wall clock of the calendar', async () => {
  const { exitCode, stdout } = await clock(office, '2026-11-28T15:00-03:00', 'PT1H', '--json')
  expect(exitCode).toBe(0)
  expect(JSON.parse(stdout)).toEqual({
    zone: 'America/Sao_Paulo',
    fromUtc: '2026-11-28T18:00:00Z',
    fromLocal: '2026-11-28T15:00:00-03:00',
    within: 'PT1H',
    dueUtc: '2026-11-30T13:00:00Z',
    dueLocal: '2026-11-30T10:00:00-03:00',
    elapsedMs: 43 * 3_600_000,
    workingMs: 3_600_000,
  })
})

test('a calendar may be JSON, and an agreement lends its own', async () => {
  const json = JSON.stringify({ zone: 'UTC', hours: { mon: ['09:00-17:00'] } })
  expect((await clock(json, '2026-11-28T15:00Z', '1 working hour')).stdout).toContain('2026-11-30T10:00:00Z')
  const agreement = `title: Lume\ncalendar: ${json}`
  expect((await clock(agreement, '2026-11-28T15:00Z', '1 working hour')).stdout).toContain('2026-11-30T10:00:00Z')
})

const refusals = [
  [
    'an overlap',
    'zone: UTC\nhours:\n  mon: [09:00-12:00, 11:00-13:00]',
    'PT1H',
    1,
    ':3:22: hours.mon[1]: 11:00-13:00 overlaps 09:00-12:00; join',
  ],
  [
    'an unknown zone',
    'hours: { mon: 09:00-12:00 }\nzone: Mars',
    'PT1H',
    1,
    ':2:1: zone: unknown time zone "Mars"; use',
  ],
  ['broken YAML', 'zone: [', 'PT1H', 1, 'calendar.yaml:1:'],
  [
    'no working time within ten years',
    `${office}absences: [{ from: 2026-01-01, to: 9999-01-01 }]`,
    'PT1H',
    1,
    '10 years',
  ],
  ['a duration that is none', office, 'soon', 2, '--within: "soon" is not a duration'],
] as const

test.each(refusals)('%s is refused, saying where and what to do', async (_, calendar, within, exitCode, message) => {
  const found = await clock(calendar, '2026-11-28T15:00Z', within)
  expect(found.exitCode).toBe(exitCode)
  expect(found.stderr).toContain(message)
  expect(found.stdout).toBe('')
})

test.each([
  [['--from', '2026-11-28T15:00Z', '--within', 'PT1H'], '--calendar missing'],
  [['--calendar', 'x', '--from', 'soon', '--within', 'PT1H'], '"soon" is not a moment'],
  [['--calendar', 'nowhere.yaml', '--from', '2026-11-28T15:00Z', '--within', 'PT1H'], 'nowhere.yaml cannot be read'],
  [['--colour'], "Unknown option '--colour'"],
])('bad usage %j ends with 2', async (args, message) => {
  const found = await ensemble('clock', ...args)
  expect(found.exitCode).toBe(2)
  expect(found.stderr).toContain(message)
})
