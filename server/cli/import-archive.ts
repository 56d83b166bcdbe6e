import { resolve } from 'node:path'
import { readConfig } from '../config.ts'
import { readArchive } from '../db/archive/read-archive.ts'
import { connectDatabase } from '../db/connect-database.ts'

/** Brings an archive up in the database the settings name; Ensemble is stopped meanwhile. */
export async function importArchive(path: string, options: { isForced: boolean; isJson: boolean }): Promise<number> {
  const config = readConfig()
  const database = await connectDatabase(config, console.error)
  try {
    const read = await readArchive({ url: database.url, home: config.home }, resolve(path), options)
    if (options.isJson) console.log(JSON.stringify(read, null, 2))
    else
      console.log(
        `Brought up ${read.rows} rows of ${read.tables} tables and ${read.files} files, as of ${read.madeAt}. Not in it: ${read.leftOut.join(', ')}. Invite colleagues anew with \`ensemble user\`.`,
      )
    return 0
  } finally {
    await database.stop()
  }
}
