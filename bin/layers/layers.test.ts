import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findCycles } from './find-cycles.ts'
import type { SourceFile } from './read-imports.ts'
import { brokenRules } from './rules.ts'

const root = join(import.meta.dirname, '..', '..')

const file = (path: string, text: string, imports: [written: string, target?: string][] = []): SourceFile => ({
  path: join(root, path),
  text,
  imports: imports.map(([written, target]) => ({ written, target: target && join(root, target), isTypeOnly: false })),
})

test.each([
  ['engine/a.ts', 'return Date.now()', [], 'reads the clock'],
  ['engine/a.ts', 'return new Date()', [], 'reads the clock'],
  ['engine/a.ts', 'return Math.random()', [], 'is random'],
  ['engine/a.ts', 'const x = process.env.X', [], 'uses process'],
  ['engine/a.ts', 'export async function f() {}', [], 'is asynchronous'],
  ['engine/a.ts', '', [['node:fs']], 'may not import node:fs'],
  ['engine/a.ts', '', [['pg']], 'may not import pg'],
  ['engine/a.ts', '', [['../server/db.ts', 'server/db.ts']], 'may not import ../server/db.ts'],
  ['engine/a.test.ts', '', [['../server/db.ts', 'server/db.ts']], 'may not import ../server/db.ts'],
  ['server/a.ts', '', [['../web/src/x.ts', 'web/src/x.ts']], 'server imports web'],
  ['web/src/a.ts', '', [['@ensemble/engine/x.ts', 'engine/x.ts']], 'over HTTP only'],
  ['web/src/a.ts', '', [['../../server/x.ts', 'server/x.ts']], 'over HTTP only'],
] satisfies [string, string, [string, string?][], string][])(
  '%s with %j %j is refused: %s',
  (path, text, imports, message) => {
    expect(brokenRules(path, file(path, text, imports)).join('\n')).toContain(message)
  },
)

test('pure engine code, and server code that uses the engine, are allowed', () => {
  const pure = file('engine/a.ts', 'return new Date(at).getTime()', [['zod'], ['./b.ts', 'engine/b.ts']])
  expect(brokenRules('engine/a.ts', pure)).toEqual([])
  const server = file('server/a.ts', 'await x', [['node:fs'], ['@ensemble/engine/b.ts', 'engine/b.ts']])
  expect(brokenRules('server/a.ts', server)).toEqual([])
})

test('a cycle of three files is found once', () => {
  const files = [
    file('engine/a.ts', '', [['./b.ts', 'engine/b.ts']]),
    file('engine/b.ts', '', [['./c.ts', 'engine/c.ts']]),
    file('engine/c.ts', '', [['./a.ts', 'engine/a.ts']]),
  ]
  expect(findCycles(files)).toHaveLength(1)
})
