import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ExplainedError } from '../../explained-error.ts'
import { freeMegabytes } from './free-space.ts'

/** Turns what PostgreSQL's programs said into a message that says what to do. */
export function explainFailure(what: string, output: string, dir: string): ExplainedError {
  return new ExplainedError(`${what}: ${cause(output, dir)}`)
}

function cause(output: string, dir: string): string {
  if (/No space left on device|ENOSPC|could not extend file/i.test(output)) {
    return `the disk that holds ${dir} is full (${freeMegabytes(dir)} MB free). Free some space, or set ENSEMBLE_HOME to a folder on another disk.`
  }
  if (/Read-only file system|EROFS/i.test(output)) {
    return `${dir} is on a read-only file system. Set ENSEMBLE_HOME to a folder that can be written.`
  }
  if (/Permission denied|EACCES|EPERM/i.test(output)) {
    return `permission denied in ${dir}. Give the folder to the user that runs Ensemble, or set ENSEMBLE_HOME to another.\n${tail(output)}`
  }
  if (/could not (create|map) .*shared memory|Cannot allocate memory|out of memory/i.test(output)) {
    return `there is not enough memory for the database.\n${tail(output)}`
  }
  return `PostgreSQL says:\n${tail(output)}`
}

function tail(text: string): string {
  return text.trim().split('\n').slice(-12).join('\n')
}

/** What the server wrote at its last start: its first lines, then its log file. */
export function readServerLog(startupLog: string, dataDir: string): string {
  const files = [startupLog, newestLog(join(dataDir, 'log'))]
  return files.map((file) => (file ? readTail(file) : '')).join('\n')
}

function newestLog(dir: string): string | undefined {
  try {
    const names = readdirSync(dir).map((name) => join(dir, name))
    return names.sort((a, b) => statSync(a).mtimeMs - statSync(b).mtimeMs).at(-1)
  } catch {
    return undefined
  }
}

function readTail(file: string): string {
  try {
    return readFileSync(file, 'utf8').slice(-4000)
  } catch {
    return ''
  }
}
