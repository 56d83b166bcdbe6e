import type { Context } from '../../context.ts'
import { csvLine, harmless } from '../imports/csv-line.ts'
import { listCodes } from './queries.ts'

const MOST = 200_000

/** The short addresses of a campaign as a file for the printer. */
export async function codesCsv(ctx: Context, campaignId: string): Promise<string> {
  const { codes } = await listCodes(ctx, campaignId, { limit: MOST })
  const lines = codes.map(({ code, address, label, person, url, visits }) =>
    csvLine([code, address, label, person?.name ?? '', person?.email ?? '', url, String(visits)].map(harmless)),
  )
  return `\uFEFF${['code,address,label,name,email,leads to,visits', ...lines].join('\r\n')}\r\n`
}
