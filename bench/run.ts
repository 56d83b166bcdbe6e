// Every benchmark in a short setting, one after the other: npm run bench. Each says in its first lines how to run it in full.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

type Short = { args: string[]; env: Readonly<Record<string, string>> }
const SHORT: Readonly<Record<string, Short>> = {
  'cel.ts': { args: ['--ms', '100', '--rounds', '3'], env: {} },
  'clocks.ts': { args: ['--clocks', '50000', '--seconds', '20'], env: {} },
  'import.ts': { args: ['5000'], env: {} },
  'lists.ts': { args: [], env: { BENCH_LEADS: '50000' } },
  'people.ts': { args: ['--people', '5000', '--rounds', '60'], env: {} },
  'sse.ts': { args: ['--streams', '500', '--seconds', '3'], env: {} },
  'step.ts': { args: ['--ms', '100', '--rounds', '3', '--leads', '2000'], env: {} },
}
const here = import.meta.dirname

/** Benchmarks stand beside what they share: a file that is one says how to run it. */
function isBenchmark(name: string): boolean {
  return (
    name.endsWith('.ts') && name !== 'run.ts' && /^\/\/.*\bnode bench\//m.test(readFileSync(join(here, name), 'utf8'))
  )
}

let isGood = true
for (const name of readdirSync(here).sort()) {
  if (!isBenchmark(name)) continue
  const { args, env } = SHORT[name] ?? { args: [], env: {} }
  console.log(`\n== ${name} ${args.join(' ')}`)
  const run = spawnSync(process.execPath, [join(here, name), ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  if (run.status !== 0) isGood = false
}
process.exitCode = isGood ? 0 : 1
