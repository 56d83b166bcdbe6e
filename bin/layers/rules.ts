import { dirname, join, sep } from 'node:path'
import type { Import, SourceFile } from './read-imports.ts'

const root = dirname(dirname(import.meta.dirname))

/** Engine code is a function of its arguments; these would make it depend on the machine or the moment. */
const impure = [
  { pattern: /\bDate\.now\(|\bnew Date\(\)/, what: 'reads the clock' },
  { pattern: /\bTemporal\.Now\b/, what: 'reads the clock' },
  { pattern: /\bMath\.random\(|\bcrypto\.(randomUUID|getRandomValues)\b/, what: 'is random' },
  { pattern: /\bprocess\.|\bglobalThis\.process\b/, what: 'uses process' },
  { pattern: /\basync\s+(function|\()|\bawait\s/, what: 'is asynchronous' },
  { pattern: /\bfetch\(|\bsetTimeout\(|\bsetInterval\(/, what: 'does I/O or waits' },
]

const enginePackages = [
  '@ensemble/engine',
  '@marcbachmann/cel-js',
  'date-holidays',
  'js-yaml',
  'temporal-polyfill',
  'yaml',
  'zod',
]
const testPackages = ['vitest', 'fast-check']

/** What a file does that its layer forbids, one sentence each. `path` is relative to the root, with slashes. */
export function brokenRules(path: string, file: SourceFile): string[] {
  const isTest = /\.test\.tsx?$/.test(path)
  const says = (what: string) => `${path}: ${what}`
  if (path.startsWith('engine/')) return engineRules(file, isTest).map(says)
  if (path.startsWith('server/'))
    return file.imports.filter(leadsTo('web')).map((one) => says(`server imports web (${one.written})`))
  if (path.startsWith('web/')) {
    const ours = file.imports.filter(
      (one) => leadsTo('server')(one) || leadsTo('engine')(one) || one.written.startsWith('node:'),
    )
    return ours.map((one) => says(`web speaks to the server over HTTP only (${one.written})`))
  }
  return []
}

function engineRules(file: SourceFile, isTest: boolean): string[] {
  const outside = file.imports
    .filter((one) => leadsTo('server')(one) || leadsTo('web')(one) || (!isTest && isForeign(one)))
    .map((one) => `engine may not import ${one.written}`)
  if (isTest) return outside
  return [
    ...outside,
    ...impure.filter(({ pattern }) => pattern.test(file.text)).map(({ what }) => `engine is pure, and this ${what}`),
  ]
}

function isForeign(one: Import): boolean {
  if (one.written.startsWith('.')) return false
  return ![...enginePackages, ...testPackages].some(
    (name) => one.written === name || one.written.startsWith(`${name}/`),
  )
}

/** By its package name, or by a path into the folder of the workspace. */
function leadsTo(workspace: string): (one: Import) => boolean {
  const folder = join(root, workspace) + sep
  return (one) => one.written.startsWith(`@ensemble/${workspace}/`) || one.target?.startsWith(folder) === true
}
