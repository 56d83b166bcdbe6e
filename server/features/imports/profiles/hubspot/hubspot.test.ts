import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { projectRoot } from '../../../../project-root.ts'
import { summariseDeals } from '../../../deals/summarise-deals.ts'
import { createImport } from '../../create-import.ts'
import { openCrmHouse } from '../../fixtures/crm-house.ts'
import { countIssues } from '../../issues.ts'
import { previewImport } from '../../preview-import.ts'
import { getImportRow } from '../../queries.ts'

let crm: Awaited<ReturnType<typeof openCrmHouse>>
beforeAll(async () => {
  crm = await openCrmHouse('hubspot')
})
afterEach(() => crm.empty())
afterAll(() => crm.close())

const LABELS = {
  'contacts.csv': [
    'Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Create Date,Lifecycle Stage,Became a Lead Date,Became a Marketing Qualified Lead Date,Became an Opportunity Date,Associated Company IDs,Original Source,Country/Region',
    '101,Ada,Byron,ada@mill.example,+33612345678,Jo Kim,2024-01-02 09:00,Opportunity,2024-01-02 09:00,2024-01-05 10:00,2024-01-20 11:00,900,Paid Search,France',
    '102,Bob,Long,not an address,,Nora Vane,2024-02-01 08:00,Subscriber,,,,900,,France',
    '103,Cy,Reed,cy@reed.example,,,31/31/2024,Lead,,,,901,,',
    '101,Ada,Twice,twice@mill.example,,,2024-01-02 09:00,Lead,,,,,,',
    ',No,Key,nokey@mill.example,,,2024-01-02 09:00,Lead,,,,,,',
  ],
  'companies.csv': [
    'Record ID,Company name,Company Domain Name,Industry,Number of Employees,Company owner',
    '900,Mill Works,mill.example,Manufacturing,120,Jo Kim',
  ],
  'deals.csv': [
    'Record ID,Deal Name,Deal Stage,Pipeline,Amount,Currency,Create Date,Close Date,Deal owner,Associated Contact IDs,Associated Company IDs,Closed Lost Reason,"Date entered ""Contract Sent (Sales Pipeline)"""',
    '501,Looms,Closed Won (Sales Pipeline),Sales Pipeline,"12,500.50",EUR,2024-01-20 11:00,2024-03-01,Jo Kim,101,900,,2024-02-10 10:00',
    '502,Threads,Closed Lost (Sales Pipeline),Sales Pipeline,300,EUR,2024-04-01 11:00,2024-05-01,Jo Kim,101,900,Price,',
    '503,Needles,Contract Sent (Sales Pipeline),Sales Pipeline,-5,EUR,2024-04-02 11:00,2049-05-01,Jo Kim,,900,,2024-04-20 10:00',
    '504,Undated,Closed Won (Sales Pipeline),Sales Pipeline,5,EUR,2024-04-02 11:00,soon,Jo Kim,101,900,,',
    '501,Looms again,Closed Won (Sales Pipeline),Sales Pipeline,1,EUR,2024-01-20 11:00,2024-03-01,Jo Kim,101,900,,',
  ],
  'calls.csv': [
    'Record ID,Call title,Call notes,Call outcome,Call duration,Activity date,Activity assigned to,Associated Contact IDs',
    '701,First call,<p>Wants looms &amp; threads</p>,Connected,120000,2024-01-06 10:00,Jo Kim,101',
    '702,Second call,,No answer,,2024-01-07 10:00,Jo Kim,101',
    '703,Lost call,,Connected,,2024-01-07 10:00,Jo Kim,999',
  ],
  'meetings.csv': [
    'Record ID,Meeting name,Meeting start time,Meeting end time,Meeting outcome,Associated Contact IDs',
    '711,Demo,2024-01-19 14:00,2024-01-19 14:45,Completed,101',
  ],
  'notes.csv': ['Record ID,Note body,Activity date,Associated Deal IDs', '721,Budget is there,2024-01-21 09:00,501'],
  'emails.csv': [
    'Record ID,Email subject,Email body,Email direction,Activity date,Associated Contact IDs',
    '731,Offer,As promised,EMAIL,2024-01-22 09:00,101',
  ],
}

test('the exports of the web interface become people, companies, deals and activities; doubtful rows are named', async () => {
  await crm.house.as('seller')
  await crm.house.ctx.db.query("update users set name = 'Jo Kim' where email like 'seller-%'")
  const row = await crm.bringLines(LABELS)
  expect(row.status).toBe('done')
  expect(await crm.issuesOf(row.import_id)).toEqual(
    [
      'calls.csv 4 dropped unknown-contact',
      'contacts.csv 3 repaired invalid-email',
      'contacts.csv 3 warning unknown-owner',
      'contacts.csv 4 repaired impossible-date',
      'contacts.csv 4 warning date-order',
      'contacts.csv 4 warning no-date',
      'contacts.csv 4 warning unknown-company',
      'contacts.csv 5 dropped duplicate-id',
      'contacts.csv 6 dropped no-id',
      'deals.csv 4 repaired negative-amount',
      'deals.csv 4 warning no-contact',
      'deals.csv 5 dropped no-close-date',
      'deals.csv 5 repaired not-a-date',
      'deals.csv 6 dropped duplicate-id',
    ].sort(),
  )
  expect(row.result).toMatchObject({ people: 4, accounts: 2, users: 1, deals: 3, won: 1 })
  expect(await summariseDeals(crm.house.ctx.db, { by: 'seller', from: null, to: null, zone: 'UTC' })).toMatchObject({
    won: 1,
    lost: 1,
    open: 1,
    money: [{ currency: 'EUR', amountCents: 1_250_050, deals: 1 }],
    openByStage: [{ stage: 'Contract Sent', deals: 1 }],
    lostByReason: [{ reason: 'Price', deals: 1 }],
    groups: [{ key: 'Jo Kim' }],
  })
  expect(await crm.story('Ada Byron')).toEqual([
    '2024-01-02 09:00 lead.recorded',
    '2024-01-05 10:00 stage.recorded qualified',
    '2024-01-06 10:00 call.made',
    '2024-01-07 10:00 call.made',
    '2024-01-19 14:00 meeting.held',
    '2024-01-20 11:00 deal.opened',
    '2024-01-20 11:00 stage.recorded opportunity',
    '2024-01-21 09:00 note.written',
    '2024-01-22 09:00 email.sent',
    '2024-02-10 10:00 deal.moved Contract Sent',
    '2024-03-01 00:00 deal.won',
    '2024-04-01 11:00 deal.opened',
    '2024-05-01 00:00 deal.lost',
  ])
  expect(await crm.story('Bob Long')).toEqual([])
  const { rows } = await crm.house.ctx.db.query(
    "select pipeline, close_date::text as close from deals where name = 'Needles'",
  )
  expect(rows).toEqual([{ pipeline: 'Sales Pipeline', close: '2049-05-01' }])
  const inactive = await crm.house.ctx.db.query("select name, is_active from users where external_id like 'hubspot:%'")
  expect(inactive.rows).toEqual([{ name: 'Nora Vane', is_active: false }])
  await crm.house.ctx.db.query("delete from users where name = 'Jo Kim'").catch(() => undefined)
})

test('imported again nothing changes; undone nothing is left', async () => {
  const first = await crm.bringLines(LABELS)
  const before = await crm.countFacts()
  const again = await crm.bringLines(LABELS)
  expect(again.result).toMatchObject({ people: 0, accounts: 0, users: 0, facts: 0 })
  expect(await crm.countFacts()).toBe(before)
  await crm.undo(first.import_id)
  expect(await crm.countFacts()).toBe(0)
  const left = await crm.house.ctx.db.query("select 1 from users where external_id like 'hubspot:%'")
  expect(left.rows).toEqual([])
})

test('names of properties, with owners and associations in files of their own', async () => {
  const row = await crm.bringLines({
    'contacts.csv': [
      'hs_object_id,firstname,lastname,email,createdate,lifecyclestage,hs_lifecyclestage_salesqualifiedlead_date,hubspot_owner_id',
      '1,Eve,Hall,eve@hall.example,1704186000000,customer,2024-02-01T10:00:00Z,7',
      '2,Fay,Hall,fay@hall.example,2024-01-02T09:00:00.000Z,lead,,8',
    ],
    'deals.csv': [
      'hs_object_id,dealname,dealstage,amount,deal_currency_code,createdate,closedate,hubspot_owner_id,hs_is_closed_won,hs_date_entered_contractsent',
      '11,Ropes,closedwon,99.9,USD,2024-02-02T09:00:00Z,2024-03-02T09:00:00Z,7,true,2024-02-20T09:00:00Z',
      '12,Nets,qualifiedtobuy,10,,2024-02-02T09:00:00Z,,7,false,',
    ],
    'deal_contacts.csv': ['deal_id,contact_id', '11,1', '12,2'],
    'owners.csv': ['owner_id,email,first_name,last_name', '7,kai@us.example,Kai,Moss'],
  })
  expect(await crm.issuesOf(row.import_id)).toEqual([
    'contacts.csv 2 warning unknown-owner',
    'contacts.csv 3 warning unknown-owner',
    'deals.csv 3 repaired usual-currency',
  ])
  expect(row.result).toMatchObject({ people: 2, deals: 2, won: 1, users: 1, dropped: 0 })
  expect(await crm.story('Eve Hall')).toEqual([
    '2024-01-02 09:00 lead.recorded',
    '2024-02-01 10:00 stage.recorded opportunity',
    '2024-02-02 09:00 deal.opened',
    '2024-02-20 09:00 deal.moved Contract Sent',
    '2024-03-02 09:00 deal.won',
  ])
  expect(await crm.story('Fay Hall')).toEqual([
    '2024-01-02 09:00 lead.recorded',
    '2024-02-02 09:00 deal.moved Qualified To Buy',
    '2024-02-02 09:00 deal.opened',
  ])
})

test('uploaded together, the files are known as HubSpot’s, and a preview writes nothing', async () => {
  const first = await crm.bringLines(LABELS)
  await crm.undo(first.import_id)
  const importId = randomUUID()
  await createImport(crm.house.ctx, { importId, files: first.files, userId: null })
  expect((await getImportRow(crm.house.ctx.db, importId)).profile).toBe('hubspot')
  const { rows } = await previewImport(crm.house.ctx, importId, undefined)
  expect(rows.find(({ becomes }) => becomes['deal.opened.name'] === 'Looms')?.becomes).toMatchObject({
    'deal.opened.amountCents': 1_250_050,
    'deal.opened.pipeline': 'Sales Pipeline',
    'deal.won.proof': 'none',
  })
  expect(await crm.countFacts()).toBe(0)
  const made = await crm.house.ctx.db.query("select 1 from users where external_id like 'hubspot:%'")
  expect(made.rows).toEqual([])
})

const real = join(projectRoot, '..', 'shared', 'data', 'connector-shapes', 'hubspot')
describe.skipIf(!existsSync(real))(
  'files of a connector (skipped where ../shared/data/connector-shapes is absent)',
  () => {
    test('22 contacts and 44 deals are read, and what is doubtful in them is named', async () => {
      const names = ['contact_data', 'company_data', 'deal_data', 'deal_stage_data', 'deal_contact_data', 'owner_data']
      const row = await crm.bring(names.map((name) => ({ name: `${name}.csv`, path: join(real, `${name}.csv`) })))
      expect(row.status).toBe('done')
      const codes = Object.fromEntries(
        (await countIssues(crm.house.ctx.db, row.import_id)).map((one) => [one.code, one.n]),
      )
      const { people = 0, deals = 0 } = row.result ?? {}
      const out = (codes['deleted-at-source'] ?? 0) + (codes['duplicate-id'] ?? 0) + (codes['no-id'] ?? 0)
      expect(people).toBeGreaterThan(22)
      expect(deals + 22).toBeLessThanOrEqual(44 + 22)
      expect(deals).toBeGreaterThanOrEqual(44 - out)
      expect(codes['invalid-email']).toBe(22)
    })
  },
)
