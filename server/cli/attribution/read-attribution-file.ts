import { basename } from 'node:path'
import { ExplainedError } from '../../explained-error.ts'
import { openTable } from '../../features/imports/tables/open-table.ts'
import type { Table } from '../../features/imports/tables/table.ts'
import { UnreadableFile } from '../../features/imports/tables/unreadable-file.ts'
import type { AttributionInput, InputOptions } from './attribution-input.ts'
import { findColumns } from './column-roles.ts'
import { readPaths } from './read-paths.ts'
import { readTouches } from './read-touches.ts'

/** A file of paths (a column of paths) or of touches (a row a touch), read as a stream. Throws ExplainedError with what to mend. */
export async function readAttributionFile(options: InputOptions): Promise<AttributionInput> {
  try {
    const { table } = await openTable(options.path, basename(options.path))
    return await readTable(table, options)
  } catch (error) {
    if (error instanceof UnreadableFile) throw new ExplainedError(`${error.message} ${error.mend}`)
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new ExplainedError(`There is no file ${options.path}.`)
    if (error instanceof Error && 'code' in error && error.code === 'EISDIR')
      throw new ExplainedError(`${options.path} is a folder: name one file.`)
    throw error
  }
}

async function readTable(table: Table, options: InputOptions): Promise<AttributionInput> {
  const columns = findColumns(table.columns, options.map)
  const isPaths =
    columns.path !== undefined && !options.map.some((entry) => /(^|,)\s*(channel|person)\s*=/i.test(entry))
  if (isPaths) {
    if (options.by !== null)
      throw new ExplainedError('--by names a column of touches; a file of paths has only what its paths are made of.')
    return readPaths(table, columns, options)
  }
  const missing = [
    columns.channel === undefined && options.by === null ? 'channel' : '',
    columns.person === undefined ? 'person' : '',
  ]
    .filter((role) => role !== '')
    .map((role) => (role === 'channel' ? 'the channel' : 'whose touch it is (a customer or journey)'))
  if (missing.length > 0)
    throw new ExplainedError(
      `${basename(options.path)} has no column "path", and none that says ${missing.join(', nor one that says ')}. ` +
        `Its columns are ${table.columns.join(', ')}. Say which is which: --map path=COLUMN, or --map person=COLUMN,channel=COLUMN,time=COLUMN.`,
    )
  return readTouches(table, columns, options)
}
