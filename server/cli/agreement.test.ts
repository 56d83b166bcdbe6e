import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { defaultDocument } from '../features/agreements/default-document.ts'

type Outcome = { exitCode: number; stdout: string; stderr: string }
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ensemble-agreement-'))
})
afterAll(() => rm(folder, { recursive: true }))

function ensemble(...args: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(import.meta.dirname, 'main.ts'), 'agreement', ...args],
      (error, stdout, stderr) => {
        resolve({ exitCode: typeof error?.code === 'number' ? error.code : 0, stdout, stderr })
      },
    )
  })
}

async function check(document: string, ...more: string[]): Promise<Outcome> {
  const file = join(folder, 'agreement.yaml')
  await writeFile(file, document)
  return ensemble('check', file, ...more)
}

test('a sound agreement is read out clause by clause, and last what it leaves unsaid', async () => {
  const { exitCode, stdout } = await check(await defaultDocument())
  expect(exitCode).toBe(0)
  expect(stdout).toContain('  S1    Sales accepts or rejects every lead within 4 working hours.')
  expect(stdout.indexOf('What the document does not say')).toBeGreaterThan(stdout.indexOf('Coming back'))
})

test('it is read out in French, and as JSON with the line of each clause', async () => {
  const { stdout } = await check(await defaultDocument(), '--language', 'fr', '--json')
  const read = JSON.parse(stdout)
  expect(read).toMatchObject({ isValid: true, problems: [] })
  expect(read.clauses).toContainEqual({
    clause: 'F3',
    section: 'fit',
    owner: null,
    sentence: '20 points quand son numéro de téléphone est connu.',
    because: 'a conversation is what we sell with',
    line: 19,
  })
})

test('each problem is told with file, line, column, clause and remedy, and the exit code is 1', async () => {
  const broken = (await defaultDocument()).replace('points: 30,', 'pointz: 30,')
  const { exitCode, stderr, stdout } = await check(broken)
  expect(exitCode).toBe(1)
  expect(stdout).toBe('')
  expect(stderr).toMatch(/agreement\.yaml:12:40: F1: "pointz" is not known here\. Did you mean "points"\?\n$/)
  const json = await check(broken, '--json')
  expect(json.exitCode).toBe(1)
  expect(JSON.parse(json.stdout).problems).toHaveLength(1)
})

test('the schema of the document is printed', async () => {
  const { stdout } = await ensemble('schema')
  expect(JSON.parse(stdout)).toMatchObject({ type: 'object', required: expect.arrayContaining(['parties', 'routing']) })
})

test.each([
  [['check'], 'name one file'],
  [['check', 'nowhere.yaml'], 'nowhere.yaml cannot be read'],
  [['sing'], 'say check, show or schema'],
  [['show', '--version', 'two'], 'whole number'],
  [['check', 'x.yaml', '--language', 'de'], 'en or fr'],
  [['--colour'], "Unknown option '--colour'"],
])('bad usage %j ends with 2', async (args, message) => {
  const { exitCode, stderr } = await ensemble(...args)
  expect(exitCode).toBe(2)
  expect(stderr).toContain(message)
})
