import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { summariseDeals } from '../../../deals/summarise-deals.ts'
import { openCrmHouse } from '../../fixtures/crm-house.ts'

let crm: Awaited<ReturnType<typeof openCrmHouse>>
beforeAll(async () => {
  crm = await openCrmHouse('pipedrive')
})
afterEach(() => crm.empty())
afterAll(() => crm.close())

const EXPORT = {
  'people.csv': [
    'Person - ID,Person - Name,Person - Email - Work,Person - Phone - Work,Person - Organization,Person - Owner,Person - Person created',
    '1,Mia Stone,mia@quarry.example,+33612345678,Quarry,Pat Lane,2024-01-02 09:00:00',
    '2,Noa Field,noa@quarry.example,,Quarry,Pat Lane,2024-01-03 09:00:00',
    '2,Noa Twice,twice@quarry.example,,Quarry,Pat Lane,2024-01-03 09:00:00',
  ],
  'organizations.csv': ['Organization - ID,Organization - Name,Organization - Owner', '9,Quarry,Pat Lane'],
  'deals.csv': [
    'Deal - ID,Deal - Title,Deal - Value,Deal - Currency of Value,Deal - Status,Deal - Stage,Deal - Pipeline,Deal - Owner,Deal - Contact person,Deal - Organization,Deal - Deal created,Deal - Won time,Deal - Lost time,Deal - Lost reason,Deal - Expected close date,Deal - Last stage change',
    '21,Slabs,"1,200.10",GBP,Won,Offer,Sales,Pat Lane,Mia Stone,Quarry,2024-02-01 10:00:00,2024-03-01 10:00:00,,,,2024-02-20 10:00:00',
    '22,Tiles,80,GBP,Lost,Contact,Sales,Pat Lane,Noa Field,Quarry,2024-02-02 10:00:00,,2024-03-02 10:00:00,Too slow,,',
    '23,Steps,90,GBP,Open,Offer,Sales,Pat Lane,Nobody Known,Quarry,2024-02-03 10:00:00,,,,2049-01-31,2024-02-09 10:00:00',
    '24,Walls,-90,GBP,Open,Offer,Sales,Pat Lane,Mia Stone,Quarry,yesterday,,,,,',
  ],
  'activities.csv': [
    'Activity - ID,Activity - Type,Activity - Subject,Activity - Note,Activity - Due date,Activity - Duration,Activity - Done,Activity - Assigned to user,Activity - Contact person,Deal - ID',
    '31,Call,Prices,Wants slabs,2024-01-20,00:15,Done,Pat Lane,Mia Stone,21',
    '32,Meeting,Visit,,2024-01-25,01:00,Done,Pat Lane,,22',
    '33,Task,Send samples,,2024-02-10,,To do,Pat Lane,Mia Stone,21',
    '35,Meeting,Signing,,2049-02-10,,To do,Pat Lane,Mia Stone,21',
    '34,Call,Nobody,,2024-02-10,,Done,Pat Lane,,',
  ],
}

test('CSV exports become people, companies, deals and activities; doubtful rows are named', async () => {
  const row = await crm.bringLines(EXPORT)
  expect(row.status).toBe('done')
  expect(await crm.issuesOf(row.import_id)).toEqual([
    'activities.csv 6 dropped unknown-contact',
    'deals.csv 4 warning no-contact',
    'deals.csv 5 repaired negative-amount',
    'deals.csv 5 repaired not-a-date',
    'deals.csv 5 warning no-date',
    'organizations.csv 2 warning unknown-owner',
    'people.csv 4 dropped duplicate-id',
  ])
  expect(row.result).toMatchObject({ people: 3, accounts: 1, users: 1, deals: 4, won: 1 })
  expect(await summariseDeals(crm.house.ctx.db, { by: 'seller', from: null, to: null, zone: 'UTC' })).toMatchObject({
    won: 1,
    lost: 1,
    open: 2,
    money: [{ currency: 'GBP', amountCents: 120_010, deals: 1 }],
    openByStage: [{ stage: 'Offer', deals: 2 }],
    lostByReason: [{ reason: 'Too slow', deals: 1 }],
    groups: [{ key: 'Pat Lane' }],
  })
  expect((await crm.story('Mia Stone')).slice(0, 6)).toEqual([
    '2024-01-02 09:00 lead.recorded',
    '2024-01-02 09:00 stage.recorded inquiry',
    '2024-01-20 00:00 call.made',
    '2024-02-01 10:00 deal.opened',
    '2024-02-10 00:00 note.written',
    '2024-03-01 10:00 deal.won',
  ])
  expect(await crm.story('Nobody Known')).toEqual([
    '2024-02-03 10:00 deal.opened',
    '2024-02-03 10:00 lead.recorded',
    '2024-02-09 10:00 deal.moved Offer',
  ])
})

test('imported again nothing changes; undone nothing is left', async () => {
  const first = await crm.bringLines(EXPORT)
  const before = await crm.countFacts()
  const again = await crm.bringLines(EXPORT)
  expect(again.result).toMatchObject({ people: 0, accounts: 0, users: 0, facts: 0 })
  expect(await crm.countFacts()).toBe(before)
  await crm.undo(first.import_id)
  expect(await crm.countFacts()).toBe(0)
})

test('rows of the API, with users, stages, pipelines and the flow of deals', async () => {
  const row = await crm.bringLines({
    'users.csv': ['id,name,email,is_admin', '5,Pat Lane,pat@us.example,0'],
    'pipelines.csv': ['id,name,url_title,order_nr', '1,Sales,sales,1'],
    'stages.csv': ['id,name,pipeline_id,order_nr', '11,Contact,1,1', '12,Offer,1,2'],
    'persons.csv': [
      'id,name,primary_email,phone,org_id,owner_id,add_time',
      '1,Mia Stone,mia@quarry.example,,9,5,2024-01-02 09:00:00',
    ],
    'organizations.csv': ['id,name,owner_id,people_count', '9,Quarry,5,1'],
    'deals.csv': [
      'id,title,value,currency,status,stage_id,pipeline_id,person_id,org_id,user_id,add_time,expected_close_date',
      '21,Slabs,1200,GBP,open,12,1,1,9,5,2024-02-01 10:00:00,2049-01-31',
      '22,Tiles,1200,GBP,lost,12,1,1,9,6,2024-02-01 10:00:00,',
    ],
    'flow.csv': [
      'item_id,field_key,old_value,new_value,log_time',
      '21,stage_id,11,12,2024-02-15 10:00:00',
      '21,value,1,1200,2024-02-16 10:00:00',
    ],
    'notes.csv': ['id,content,person_id,deal_id,add_time', '41,<b>Careful</b> buyer,1,21,2024-02-17 10:00:00'],
    'activities.csv': [
      'id,subject,type,due_date,done,person_id,deal_id,duration',
      '31,Prices,call,2024-01-20,1,1,21,00:10',
    ],
  })
  expect(await crm.issuesOf(row.import_id)).toEqual([
    'deals.csv 3 dropped no-close-date',
    'organizations.csv 2 warning unknown-owner',
  ])
  expect(row.result).toMatchObject({ people: 1, accounts: 1, users: 1, deals: 1, won: 0 })
  expect(await crm.story('Mia Stone')).toEqual([
    '2024-01-02 09:00 lead.recorded',
    '2024-01-02 09:00 stage.recorded inquiry',
    '2024-01-20 00:00 call.made',
    '2024-02-01 10:00 deal.opened',
    '2024-02-15 10:00 deal.moved Offer',
    '2024-02-17 10:00 note.written',
  ])
  const { rows } = await crm.house.ctx.db.query(
    'select pipeline, stage, amount_cents::int as cents, currency, close_date::text as close from deals',
  )
  expect(rows).toEqual([{ pipeline: 'Sales', stage: 'Offer', cents: 120_000, currency: 'GBP', close: '2049-01-31' }])
})

test('a table with semicolons has commas before decimals and the day first', async () => {
  const row = await crm.bringLines({
    'deals.csv': [
      'Deal - ID;Deal - Title;Deal - Value;Deal - Currency of Value;Deal - Status;Deal - Stage;Deal - Deal created;Deal - Won time;Person - Name',
      '21;Slabs;1.200,10;EUR;Won;Offer;02/03/2024;05/03/2024;Mia Stone',
    ],
  })
  expect(await crm.issuesOf(row.import_id)).toEqual([
    'deals.csv 2 warning date-order',
    'deals.csv 2 warning no-contact',
  ])
  expect(await crm.story('Mia Stone')).toEqual([
    '2024-03-02 00:00 deal.opened',
    '2024-03-02 00:00 lead.recorded',
    '2024-03-05 00:00 deal.won',
  ])
  const { rows } = await crm.house.ctx.db.query('select amount_cents::int as cents from deals')
  expect(rows).toEqual([{ cents: 120_010 }])
})
