import { dirname, join, relative } from 'node:path'
import { findCycles } from './layers/find-cycles.ts'
import { readImports } from './layers/read-imports.ts'
import { brokenRules } from './layers/rules.ts'

const root = dirname(import.meta.dirname)
const files = readImports(['engine', 'server', 'web/src', 'bin'].map((folder) => join(root, folder)))
const problems = [
  ...files.flatMap((file) => brokenRules(relative(root, file.path), file)),
  ...findCycles(files).map((cycle) => `import cycle: ${cycle.map((path) => relative(root, path)).join(' -> ')}`),
]

for (const problem of problems) console.error(problem)
if (problems.length > 0) process.exitCode = 1
