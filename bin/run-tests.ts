import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { checks } from './checks.ts'
import { findChromium } from './find-chromium.ts'
import { runProgram } from './run-program.ts'
import { runVitest, type Tally } from './run-vitest.ts'

const root = join(import.meta.dirname, '..')
const tally: Tally = { passed: 0, failed: 0 }

for (const check of checks(root)) {
  const result = await runProgram(check.args, root)
  add(
    `check: ${check.name}`,
    result.code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 },
    result.seconds,
    result.output,
  )
}
await vitest('unit and server tests', 'vitest.config.ts')
await endToEnd()
console.log(`tests: ${tally.passed} passed, ${tally.failed} failed`)
process.exitCode = tally.failed === 0 ? 0 : 1

async function vitest(name: string, config: string, env: Record<string, string> = {}): Promise<void> {
  const result = await runVitest(config, root, env)
  add(name, result, result.seconds, result.output)
}

async function endToEnd(): Promise<void> {
  if (!existsSync(join(root, 'vitest.e2e.config.ts')) || !existsSync(join(root, 'test', 'e2e'))) return
  const chromium = await findChromium()
  if ('reason' in chromium) {
    console.log(`- browser tests skipped: ${chromium.reason}`)
    return
  }
  await vitest('browser tests', 'vitest.e2e.config.ts', { ENSEMBLE_CHROMIUM: chromium.path })
}

/** A line per group; what a failing one said follows in full. */
function add(name: string, counts: Tally, seconds: number, output: string): void {
  tally.passed += counts.passed
  tally.failed += counts.failed
  const mark = counts.failed === 0 ? 'ok  ' : 'FAIL'
  console.log(`${mark} ${name}: ${counts.passed} passed, ${counts.failed} failed (${seconds} s)`)
  if (counts.failed > 0) console.log(output.trimEnd())
}
