import type { z } from 'zod'
import type { Context } from '../../context.ts'
import type { Queryable } from '../../db/queryable.ts'
import { Problem } from '../../http/problem.ts'
import { readHouseSettings } from '../setup/house-settings.ts'
import { mapping as mappingSchema, type surveyImport as promise } from './contract.ts'
import { openFiles } from './open-files.ts'
import { stagesIn, toldBy } from './profiles/crm/map-deals.ts'
import { proposeStage } from './profiles/crm/propose-stage.ts'
import type { Mapping, Profile } from './profiles/profile.ts'
import { profileById } from './profiles/profiles.ts'
import { getImportRow } from './queries.ts'
import { UnreadableFile } from './tables/unreadable-file.ts'
import { openUserDirectory } from './user-directory.ts'

type Survey = z.input<NonNullable<typeof promise.response>>
/** Stages show up early: of larger files no more rows are looked at. */
const MOST_ROWS = 50_000

export const keyOfChoices = (profile: string): string => `import choices ${profile}`
const choices = mappingSchema.pick({ stages: true, currency: true })
export type Choices = Pick<Mapping, 'stages' | 'currency'>

/** What was chosen when files of this kind were imported last. */
export async function readChoices(db: Queryable, profile: string): Promise<Choices | null> {
  const { rows } = await db.query<{ value: unknown }>('select value from settings where key = $1', [
    keyOfChoices(profile),
  ])
  const read = choices.safeParse(rows[0]?.value)
  return read.success ? read.data : null
}

export async function rememberChoices(db: Queryable, profile: string, { stages, currency }: Mapping): Promise<void> {
  await db.query(
    'insert into settings (key, value) values ($1, $2) on conflict (key) do update set value = excluded.value, updated_at = now()',
    [keyOfChoices(profile), JSON.stringify({ stages, currency })],
  )
}

type Found = { pipeline: string; stage: string; n: number }

/** Every stage that deals of the files go through, and how many amounts name no currency. */
async function look(
  ctx: Context,
  importId: string,
  profile: Profile,
): Promise<{ found: Found[]; withoutCurrency: number }> {
  const row = await getImportRow(ctx.db, importId)
  const found = new Map<string, Found>()
  let withoutCurrency = 0
  let rows = 0
  const files = await openFiles(row.files)
  const users = await openUserDirectory(ctx, null)
  const mapping = mappingSchema.parse({ columns: {} })
  const arrivedAtMs = row.created_at.getTime()
  for await (const { facts } of profile.outcomes({ importId, files, mapping, arrivedAtMs, users })) {
    if (++rows > MOST_ROWS) break
    const deal = stagesIn(facts)
    if (deal === null) continue
    const opened = facts.find((fact) => fact.kind === 'deal.opened')
    const told = opened === undefined ? {} : toldBy(opened)
    if ('amountCents' in told && !('currency' in told)) withoutCurrency++
    for (const stage of deal.stages) {
      const key = `${deal.pipeline}\u0000${stage}`
      const before = found.get(key)
      if (before === undefined) found.set(key, { pipeline: deal.pipeline, stage, n: 1 })
      else before.n++
    }
  }
  return { found: [...found.values()], withoutCurrency }
}

/** What is to be chosen before deals of another system are imported, each with a proposal. Nothing is written. */
export async function surveyDeals(ctx: Context, importId: string): Promise<Survey> {
  const row = await getImportRow(ctx.db, importId)
  const profile = profileById(row.profile)
  if (profile?.hasDeals !== true)
    throw new Problem('refused', 'Files of this kind have no stages of deals to choose.', { mend: 'Start the import.' })
  const house = ctx.agreements.at(ctx.now()).pipelines
  const [remembered, { currency }] = await Promise.all([readChoices(ctx.db, profile.id), readHouseSettings(ctx.db)])
  try {
    const { found, withoutCurrency } = await look(ctx, importId, profile)
    return {
      stages: found.map((each) => {
        const kept = remembered?.stages.find((one) => one.pipeline === each.pipeline && one.stage === each.stage)
        const isThere =
          kept?.to !== null &&
          house.some(
            ({ name, stages }) => name === kept?.to?.pipeline && stages.some((one) => one.name === kept?.to?.stage),
          )
        if (kept !== undefined && (kept.to === null || isThere))
          return { ...each, to: kept.to, how: 'as last time' as const }
        return { ...each, ...proposeStage(each, house) }
      }),
      choices: house.flatMap(({ name, stages }) => stages.map((stage) => ({ pipeline: name, stage: stage.name }))),
      withoutCurrency,
      currency: remembered?.currency ?? currency,
    }
  } catch (error) {
    if (error instanceof UnreadableFile) throw new Problem('wrong-kind-of-file', error.message, { mend: error.mend })
    throw error
  }
}
