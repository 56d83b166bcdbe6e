import type { StoredFile } from './import-row.ts'
import type { ImportFile } from './profiles/profile.ts'
import { openTable } from './tables/open-table.ts'
import { UnreadableFile } from './tables/unreadable-file.ts'

/** Opens the files a profile uses. */
export async function openFiles(files: readonly StoredFile[]): Promise<ImportFile[]> {
  const opened: ImportFile[] = []
  for (const { name, role, path } of files) {
    if (role === null) continue
    opened.push({ name, role, path, ...(await openTable(path, name).catch((error: unknown) => rethrow(error, name))) })
  }
  return opened
}

function rethrow(error: unknown, name: string): never {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
    throw new UnreadableFile(`"${name}" is no longer there.`, 'Upload the file again.')
  }
  throw error
}
