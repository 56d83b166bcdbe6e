import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { projectRoot } from '../../../../project-root.ts'
import { summariseDeals } from '../../../deals/summarise-deals.ts'
import { openCrmHouse } from '../../fixtures/crm-house.ts'
import { countIssues } from '../../issues.ts'

let crm: Awaited<ReturnType<typeof openCrmHouse>>
beforeAll(async () => {
  crm = await openCrmHouse('salesforce')
})
afterEach(() => crm.empty())
afterAll(() => crm.close())

const EXPORT = {
  'User.csv': ['Id,Username,FirstName,LastName,Email', '005000000000001AAA,gil@us.example.org,Gil,Orr,gil@us.example'],
  'Account.csv': [
    'Id,Name,Website,Industry,NumberOfEmployees,BillingCountry,OwnerId,IsDeleted',
    '001000000000001AAA,Glass House,https://www.glass.example/about,Building,40,Germany,005000000000001AAA,false',
    '001000000000002AAA,Gone,,,,,005000000000001AAA,true',
  ],
  'Lead.csv': [
    'Id,FirstName,LastName,Company,Email,Status,LeadSource,CreatedDate,OwnerId,IsConverted,ConvertedDate,ConvertedContactId,ConvertedAccountId,ConvertedOpportunityId',
    '00Q000000000001AAA,Hana,Voss,Glass House,hana@old.example,Closed - Converted,Web,2024-01-02T09:00:00.000+0000,005000000000001AAA,true,2024-01-20,003000000000001AAA,001000000000001AAA,006000000000001AAA',
    '00Q000000000002AAA,Ian,Webb,Webb Ltd,ian@webb.example,Working - Contacted,Web,2024-01-03T09:00:00.000+0000,005000000000009AAA,false,,,,',
    '00Q000000000003AAA,Una,Quinn,Quinn Ltd,una@quinn.example,Closed - Not Converted,Web,2024-01-03T09:00:00.000+0000,,false,,,,',
  ],
  'LeadHistory.csv': [
    'Id,LeadId,Field,OldValue,NewValue,CreatedDate',
    '017000000000001AAA,00Q000000000001AAA,Status,Open - Not Contacted,Working - Contacted,2024-01-08T10:00:00.000+0000',
    '017000000000002AAA,00Q000000000001AAA,Phone,,1,2024-01-09T10:00:00.000+0000',
    '017000000000003AAA,00Q000000000001AAA,Status,Working - Contacted,Qualified,once',
  ],
  'Contact.csv': [
    'Id,FirstName,LastName,Email,AccountId,OwnerId,CreatedDate,Title',
    '003000000000001AAA,Hana,Voss,hana@glass.example,001000000000001AAA,005000000000001AAA,2024-01-20T11:00:00.000+0000,Buyer',
    '003000000000002AAA,Lou,Marsh,lou@glass.example,001000000000001AAA,005000000000001AAA,2024-02-01T11:00:00.000+0000,',
  ],
  'Opportunity.csv': [
    'Id,Name,StageName,Amount,CurrencyIsoCode,CloseDate,CreatedDate,IsWon,IsClosed,OwnerId,AccountId,Loss_Reason__c',
    '006000000000001AAA,Windows,Closed Won,1000.5,EUR,2024-03-05,2024-01-20T11:00:00.000+0000,true,true,005000000000001AAA,001000000000001AAA,',
    '006000000000002AAA,Doors,Closed Lost,500,EUR,2024-04-05,2024-02-20T11:00:00.000+0000,false,true,005000000000001AAA,001000000000001AAA,No budget',
    '006000000000003AAA,Roofs,Negotiation,n/a,EUR,2049-04-05,2024-02-21T11:00:00.000+0000,false,false,005000000000001AAA,001000000000001AAA,',
    ',Keyless,Negotiation,1,EUR,2049-04-05,2024-02-21T11:00:00.000+0000,false,false,005000000000001AAA,001000000000001AAA,',
  ],
  'OpportunityHistory.csv': [
    'Id,OpportunityId,StageName,Amount,CloseDate,CreatedDate',
    '008000000000001AAA,006000000000001AAA,Prospecting,1000,2024-03-05,2024-01-20T11:00:00.000+0000',
    '008000000000002AAA,006000000000001AAA,Negotiation,1000,2024-03-05,2024-02-11T11:00:00.000+0000',
    '008000000000003AAA,006000000000001AAA,Closed Won,1000.5,2024-03-05,2024-03-05T11:00:00.000+0000',
  ],
  'OpportunityContactRole.csv': [
    'Id,OpportunityId,ContactId,Role,IsPrimary',
    '00K000000000001AAA,006000000000002AAA,003000000000001AAA,User,false',
    '00K000000000002AAA,006000000000002AAA,003000000000002AAA,Decision Maker,true',
  ],
  'Task.csv': [
    'Id,WhoId,WhatId,Subject,Description,ActivityDate,Status,TaskSubtype,CallType,CallDurationInSeconds,CallDisposition,OwnerId',
    '00T000000000001AAA,00Q000000000001AAA,,Call,Asked for prices,2024-01-08,Completed,Call,Outbound,95,Connected,005000000000001AAA',
    '00T000000000002AAA,003000000000001AAA,,Offer,As asked,2024-01-21,Completed,Email,,,,005000000000001AAA',
    '00T000000000003AAA,,006000000000003AAA,Send drawings,,2024-02-22,Not Started,Task,,,,005000000000001AAA',
    '00T000000000004AAA,003000000000009AAA,,Call,,2024-02-22,Completed,Call,,,,',
  ],
  'Event.csv': [
    'Id,WhoId,WhatId,Subject,StartDateTime,EndDateTime,OwnerId',
    '00U000000000001AAA,003000000000001AAA,,Site visit,2024-01-15T10:00:00.000+0000,2024-01-15T11:30:00.000+0000,005000000000001AAA',
  ],
}

test('a data export becomes people, companies, deals and activities; a converted lead and its contact are one person', async () => {
  const row = await crm.bringLines(EXPORT)
  expect(row.status).toBe('done')
  expect(await crm.issuesOf(row.import_id)).toEqual([
    'Account.csv 2 warning unknown-owner',
    'Account.csv 3 dropped deleted-at-source',
    'Lead.csv 3 warning unknown-owner',
    'LeadHistory.csv 4 repaired not-a-date',
    'Opportunity.csv 4 repaired not-a-number',
    'Opportunity.csv 4 warning no-contact',
    'Opportunity.csv 5 dropped no-id',
    'Task.csv 5 dropped unknown-contact',
  ])
  expect(row.result).toMatchObject({ people: 5, accounts: 3, users: 1, deals: 3, won: 1 })
  expect(await summariseDeals(crm.house.ctx.db, { by: 'seller', from: null, to: null, zone: 'UTC' })).toMatchObject({
    won: 1,
    lost: 1,
    open: 1,
    money: [{ currency: 'EUR', amountCents: 100_050, deals: 1 }],
    openByStage: [{ stage: 'Negotiation', deals: 1 }],
    lostByReason: [{ reason: 'No budget', deals: 1 }],
    groups: [{ key: 'Gil Orr' }],
  })
  expect(await crm.story('Hana Voss')).toEqual([
    '2024-01-02 09:00 lead.recorded',
    '2024-01-08 00:00 call.made',
    '2024-01-08 10:00 stage.recorded contacted',
    '2024-01-15 10:00 meeting.held',
    '2024-01-20 00:00 stage.recorded opportunity',
    '2024-01-20 11:00 deal.moved Prospecting',
    '2024-01-20 11:00 deal.opened',
    '2024-01-21 00:00 email.sent',
    '2024-02-11 11:00 deal.moved Negotiation',
    '2024-03-05 00:00 deal.won',
  ])
  expect(await crm.story('Lou Marsh')).toEqual([
    '2024-02-01 11:00 lead.recorded',
    '2024-02-01 11:00 stage.recorded inquiry',
    '2024-02-20 11:00 deal.opened',
    '2024-04-05 00:00 deal.lost',
  ])
  expect(await crm.story('Buyer of Roofs')).toEqual([
    '2024-02-21 11:00 deal.moved Negotiation',
    '2024-02-21 11:00 deal.opened',
    '2024-02-21 11:00 lead.recorded',
    '2024-02-22 00:00 note.written',
  ])
  const { rows } = await crm.house.ctx.db.query<{ keys: string }>(
    `select string_agg(value, ' ' order by value) as keys from identities where person_id =
       (select person_id from identities where value = 'hana@glass.example')`,
  )
  expect(rows[0]?.keys).toBe('hana@glass.example hana@old.example salesforce:contact:003000000000001')
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

test('reports with their labels, American dates and ids of 15 characters', async () => {
  const row = await crm.bringLines({
    'opportunities.csv': [
      'Opportunity ID,Opportunity Name,Stage,Amount Currency,Amount,Close Date,Created Date,Opportunity Owner,Account Name,Won,Closed',
      '006000000000001,Lamps,Closed Won,USD,"2,000.00",3/25/2024,2/1/2024,Gil Orr,Light Ltd,1,1',
      '006000000000002,Cables,Proposal,USD,700,13/40/2049,2/2/2024,Gil Orr,Light Ltd,0,0',
    ],
    'stages.csv': [
      'Opportunity ID,Opportunity Name,From Stage,To Stage,Last Modified',
      '006000000000001,Lamps,Prospecting,Proposal,2/20/2024',
    ],
    'leads.csv': [
      'Lead ID,First Name,Last Name,Company / Account,Email,Lead Status,Lead Owner,Create Date',
      '00Q000000000005,Kit,Dale,Dale Ltd,kit@dale.example,MQL,Gil Orr,1/15/2024',
    ],
  })
  expect(await crm.issuesOf(row.import_id)).toEqual([
    'leads.csv 2 warning date-order',
    'leads.csv 2 warning unknown-owner',
    'opportunities.csv 2 warning date-order',
    'opportunities.csv 2 warning no-contact',
    'opportunities.csv 3 repaired impossible-date',
    'opportunities.csv 3 warning no-contact',
    'stages.csv 2 warning date-order',
  ])
  expect(row.result).toMatchObject({ people: 3, deals: 2, won: 1, users: 1, accounts: 2 })
  expect(await crm.story('Buyer of Lamps')).toEqual([
    '2024-02-01 00:00 deal.opened',
    '2024-02-01 00:00 lead.recorded',
    '2024-02-20 00:00 deal.moved Proposal',
    '2024-03-25 00:00 deal.won',
  ])
  expect(await crm.story('Kit Dale')).toEqual([
    '2024-01-15 00:00 lead.recorded',
    '2024-01-15 00:00 stage.recorded qualified',
  ])
})

const real = join(projectRoot, '..', 'shared', 'data', 'connector-shapes', 'salesforce')
describe.skipIf(!existsSync(real))(
  'files of a connector (skipped where ../shared/data/connector-shapes is absent)',
  () => {
    test('contacts, a converted lead and opportunities are read, and what was deleted is named', async () => {
      const names = ['lead', 'contact', 'account', 'opportunity', 'opportunity_history', 'user', 'task', 'event']
      const files = names.map((name) => `sf_${name}_data.csv`)
      const row = await crm.bring(files.map((name) => ({ name, path: join(real, name) })))
      expect(row.status).toBe('done')
      const codes = Object.fromEntries(
        (await countIssues(crm.house.ctx.db, row.import_id)).map((one) => [one.code, one.n]),
      )
      expect(codes['deleted-at-source']).toBeGreaterThan(0)
      expect(row.result?.people).toBeGreaterThanOrEqual(5)
      expect((await crm.story('h'))[0]).toBe('2019-11-11 17:23 lead.recorded')
    })
  },
)
