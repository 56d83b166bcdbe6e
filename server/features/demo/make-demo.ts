import type { Context } from '../../context.ts'
import type { IncomingFact } from '../facts/incoming.ts'
import { recordFacts } from '../facts/record-facts.ts'
import { readHouseSettings } from '../setup/house-settings.ts'
import type { Cast } from './cast.ts'
import { type DemoProgress, readProgress, saveProgress } from './demo-progress.ts'
import { generateCompany } from './generate-company.ts'
import { type DemoMail, mailsOf } from './mails-of-demo.ts'
import { putCalls } from './put-calls.ts'
import { putCampaigns } from './put-campaigns.ts'
import { putCast } from './put-cast.ts'
import { putContracts } from './put-contracts.ts'
import { putConversations } from './put-conversations.ts'
import { putEvents } from './put-events.ts'
import { putForms } from './put-forms.ts'
import { putMails } from './put-mails.ts'
import { putMeetings } from './put-meetings.ts'
import { putMessages } from './put-messages.ts'
import { putNetwork } from './put-network.ts'
import { putPipelines } from './put-pipelines.ts'

const BATCH_FACTS = 2_000
const MOST_MAILS = 300

export type DemoMade = { leads: number; facts: number; duplicates: number; seed: number; endsAt: number; cast: Cast }
export type DemoOptions = { password?: string | null; onProgress?: (progress: DemoProgress) => void }

/**
 * Makes the demo that was begun, to its end. Cut off and begun anew it tells the same stories: what is stored already is
 * known by its message ids and has no effect twice. The stories bring their own owners and struck clocks.
 */
export async function makeDemo(ctx: Context, options: DemoOptions = {}): Promise<DemoMade> {
  const begun = await readProgress(ctx.db)
  if (begun === null) throw new Error('no demo was begun')
  try {
    return await tell(ctx, begun, options)
  } catch (error) {
    const failed = (await readProgress(ctx.db)) ?? begun
    await saveProgress(ctx.db, {
      ...failed,
      status: 'failed',
      error: error instanceof Error ? error.message : String(error),
    })
    throw error
  }
}

async function tell(
  ctx: Context,
  begun: DemoProgress,
  { password = null, onProgress }: DemoOptions,
): Promise<DemoMade> {
  const { zone } = await readHouseSettings(ctx.db)
  const { total, seed, endsAt } = begun
  await putPipelines(ctx)
  const company = generateCompany({ leads: total, seed, endsAt, zone, agreement: ctx.agreements.at(endsAt) })
  await putCast(ctx, company.cast, password)
  await putCampaigns(ctx, company.cast, endsAt)
  await putMessages(ctx, company.cast, endsAt)
  await putForms(ctx, company.cast, endsAt)
  let batch: IncomingFact[] = []
  const mails: DemoMail[] = []
  let people = 0
  let facts = 0
  let duplicates = 0
  const flush = async (isLast: boolean) => {
    const answers =
      batch.length === 0
        ? []
        : await recordFacts(ctx, batch, { shouldRoute: false, shouldNotify: false, onRefused: 'report' })
    duplicates += answers.filter((answer) => answer.status === 'duplicate').length
    facts += answers.length
    batch = []
    const progress: DemoProgress = { ...begun, status: isLast ? 'done' : 'running', done: people, error: null }
    await saveProgress(ctx.db, progress)
    onProgress?.(progress)
  }
  for (const story of company.stories) {
    const told = mails.length < MOST_MAILS ? mailsOf(story, company.cast, endsAt) : { story, mails: [] }
    mails.push(...told.mails)
    batch.push(...told.story)
    people += 1
    if (batch.length >= BATCH_FACTS) await flush(false)
  }
  await putContracts(ctx)
  await flush(false)
  await putMails(ctx, company.cast, mails, endsAt)
  await putMeetings(ctx, company.cast, endsAt)
  await putNetwork(ctx, company.cast, endsAt)
  await putEvents(ctx, company.cast)
  await putCalls(ctx, company.cast)
  await putConversations(ctx)
  await flush(true)
  return { leads: people, facts, duplicates, seed, endsAt, cast: company.cast }
}
