import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runProgram } from './run-program.ts'

export type Tally = { passed: number; failed: number }

type Report = {
  numPassedTests: number
  numFailedTests: number
  testResults: {
    status: string
    name: string
    message: string
    assertionResults: { status: string; title: string }[]
  }[]
}

/** Runs vitest with one of our configurations and counts from its own report. A file that does not load counts as a failure. */
export async function runVitest(
  config: string,
  root: string,
  env: Record<string, string>,
): Promise<Tally & { seconds: number; output: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'ensemble-vitest-'))
  const report = join(folder, 'report.json')
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const args = [
    vitest,
    'run',
    '--config',
    config,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  const result = await runProgram(args, root, env)
  const counts = readReport(report)
  rmSync(folder, { recursive: true, force: true })
  // An error outside any test fails the run without failing a test.
  const failed = counts.failed === 0 && result.code !== 0 ? 1 : counts.failed
  return { passed: counts.passed, failed, seconds: result.seconds, output: result.output }
}

function readReport(file: string): Tally {
  try {
    const report: Report = JSON.parse(readFileSync(file, 'utf8'))
    const broken = report.testResults.filter(
      (result) => result.status === 'failed' && !result.assertionResults.some((one) => one.status === 'failed'),
    )
    return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length }
  } catch {
    return { passed: 0, failed: 0 }
  }
}
