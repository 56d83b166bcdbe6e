import { knownMigrations } from '../../db/migrate.ts'
import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import { readInboxState } from '../tracking/inbox-state.ts'
import { getHealth } from './contract.ts'

const VERSION = '0.1.0'

export const ENDPOINTS: Endpoint[] = [
  endpoint(getHealth, async ({ ctx }) => {
    const [{ rows }, known] = await Promise.all([
      ctx.db.query<{ name: string }>('select name from migrations order by name desc limit 1'),
      knownMigrations(),
    ])
    const schema = rows[0]?.name
    if (schema === undefined || schema !== known.at(-1)) {
      throw new Problem(
        'not-ready',
        `The database has the schema ${schema ?? '(none)'}; this build needs ${known.at(-1)}.`,
        { mend: 'Restart this process so that it migrates.' },
      )
    }
    const { waiting, oldestAtMs, failed } = await readInboxState(ctx.db)
    const oldestSeconds = oldestAtMs === null ? 0 : Math.max(0, Math.round((ctx.now() - oldestAtMs) / 1_000))
    return { status: 'ready' as const, version: VERSION, schema, inbox: { waiting, oldestSeconds, failed } }
  }),
]
