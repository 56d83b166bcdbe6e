import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const line = z.object({
  erasureId: z.uuid(),
  personId: z.uuid(),
  formerIds: z.array(z.uuid()),
  hashes: z.array(z.string()),
  reason: z.string(),
  askedAt: z.number(),
})
export type Tombstone = z.output<typeof line>

const fileOf = (home: string): string => join(home, 'erasures.jsonl')

/** Tombstones lie beside the database too: restoring an older backup replaces the database, and not them. */
export function keepTombstone(home: string, tombstone: Tombstone): void {
  mkdirSync(home, { recursive: true })
  appendFileSync(fileOf(home), `${JSON.stringify(tombstone)}\n`, { mode: 0o600, flush: true })
}

/** The tombstones of the data folder. A line that was cut short by a full disk is left out. */
export function readTombstones(home: string): Tombstone[] {
  if (!existsSync(fileOf(home))) return []
  return readFileSync(fileOf(home), 'utf8')
    .split('\n')
    .flatMap((text) => {
      try {
        const parsed = line.safeParse(JSON.parse(text))
        return parsed.success ? [parsed.data] : []
      } catch {
        return []
      }
    })
}
