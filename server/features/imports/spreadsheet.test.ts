import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openZip } from '../../db/archive/open-zip.ts'
import { writeArchive } from '../../db/archive/write-archive.ts'
import { ENDPOINTS } from '../../endpoints.ts'
import { findOffice, openInOffice } from '../../test/convert-table.ts'
import { type House, openHouse } from '../../test/house.ts'
import type { IncomingFact } from '../facts/incoming.ts'
import { recordFacts } from '../facts/record-facts.ts'
import { csvLine, harmless } from './csv-line.ts'

const office = findOffice()
const LIVE = [
  '=1+1',
  '=HYPERLINK("http://x.example","click")',
  '=WEBSERVICE("http://x.example")',
  '+1+1',
  '-1+1',
  '@SUM(1;1)',
  '\t=1+1',
  ' =1+1',
  '=cmd|"/c calc"!A0',
  '＝1+1',
  '"=1+1"',
  '=1+1;=2+2',
]

let house: House
const folder = mkdtempSync(join(tmpdir(), 'ensemble-tables-'))

describe.skipIf(!office.ok)(
  `exported tables in a table program${office.ok ? '' : ` (left out: ${office.why})`}`,
  () => {
    beforeAll(async () => {
      house = await openHouse(ENDPOINTS)
      const at = Date.now() - 86_400_000
      const factsOf = (live: string, index: number): IncomingFact[] => {
        const told: [string, Record<string, unknown>][] = [
          ['person.identified', { person: { name: live, title: live }, account: { name: live } }],
          ['form.submitted', { name: live }],
          [
            'deal.opened',
            { deal: `d${index}`, name: live, amountCents: 100, currency: 'EUR', competitors: [live], nextStep: live },
          ],
          ['deal.lost', { deal: `d${index}`, reason: live }],
        ]
        return told.map(([kind, data], place) => ({
          kind,
          data,
          at: at + place,
          source: 'test',
          actor: null,
          isHistory: true,
          who: { email: `l${index}@x.example` },
          touch: kind === 'form.submitted' ? { channel: live, origin: live, campaign: live, landingPage: null } : null,
          messageId: `live ${index} ${place}`,
        }))
      }
      await recordFacts(house.ctx, LIVE.flatMap(factsOf), { onRefused: 'report' })
    }, 120_000)
    afterAll(async () => {
      await house?.close()
      rmSync(folder, { recursive: true, force: true })
    })

    it('calculate where nothing was done against it: the trap works', async () => {
      const { raw } = await openInOffice({ raw: `name\n=1+1\n"=HYPERLINK(""http://x.example"";""click"")"\n` })
      expect(raw).toMatch(/table:formula/)
    }, 300_000)

    it('calculate nowhere: deals, credits, rows left out of an import, and every table of an archive', async () => {
      const admin = await house.as('admin')
      const tables: Record<string, string> = {}
      for (const [name, url] of [
        ['deals', '/api/deals.csv'],
        ['credits', '/api/attribution/table.csv?by=channel'],
      ] as const) {
        const answer = await admin.ask({ url })
        expect(answer.statusCode, answer.body).toBe(200)
        tables[name] = answer.body
      }
      tables.issues = ['cell', ...LIVE].map((each) => csvLine([harmless(each), 'x'])).join('\r\n')
      const file = join(folder, 'all.zip')
      const { stream, done } = writeArchive(
        { url: house.ctx.db.options.connectionString ?? '', home: folder },
        Date.now(),
      )
      await Promise.all([done, pipeline(stream, createWriteStream(file))])
      const zip = await openZip(file)
      for (const name of ['people', 'facts', 'deals', 'decisions', 'journey_touches'])
        if (zip.names.includes(`tables/${name}.csv`))
          tables[`archive-${name}`] = await text(await zip.read(`tables/${name}.csv`))
      zip.close()
      const opened = await openInOffice(tables)
      expect(Object.keys(opened)).toEqual(Object.keys(tables))
      for (const [name, sheet] of Object.entries(opened)) {
        expect(sheet, name).toMatch(/<table:table-cell/)
        expect(sheet, name).not.toMatch(/table:formula/)
      }
      // What was made harmless is still there to read.
      expect(opened.deals).toMatch(/HYPERLINK/)
    }, 300_000)
  },
)
