import type { Fields, RoleShape } from '../crm/shape.ts'

const CREATED = ['CreatedDate', 'Created Date', 'Create Date']
const MODIFIED = ['LastModifiedDate', 'Last Modified Date']
const DELETED = ['IsDeleted', 'Deleted']
const OWNER = ['OwnerId', 'Owner ID']
/** Connectors keep former versions of each row beside it; they are no rows of their own. */
const FORMER = ['_fivetran_start']

const person: Fields = {
  name: ['Name', 'Full Name'],
  firstName: ['FirstName', 'First Name'],
  lastName: ['LastName', 'Last Name'],
  email: ['Email'],
  phone: ['Phone', 'MobilePhone', 'Mobile', 'Mobile Phone'],
  title: ['Title'],
  createdAt: CREATED,
  modifiedAt: MODIFIED,
  source: ['LeadSource', 'Lead Source'],
  isDeleted: DELETED,
}

const lead: Fields = {
  ...person,
  id: ['Lead ID', 'Id'],
  company: ['Company', 'Company / Account'],
  domain: ['Website'],
  industry: ['Industry'],
  employees: ['NumberOfEmployees', 'Employees', 'No. of Employees'],
  country: ['CountryCode', 'Country'],
  region: ['State', 'State/Province'],
  city: ['City'],
  postcode: ['PostalCode', 'Zip/Postal Code'],
  status: ['Status', 'Lead Status'],
  owner: [...OWNER, 'Lead Owner'],
  isConverted: ['IsConverted', 'Converted'],
  convertedAt: ['ConvertedDate', 'Converted Date'],
  convertedContact: ['ConvertedContactId', 'Converted Contact ID'],
  convertedOpportunity: ['ConvertedOpportunityId', 'Converted Opportunity ID'],
  companyId: ['ConvertedAccountId', 'Converted Account ID'],
}

const contact: Fields = {
  ...person,
  id: ['Contact ID', 'Id'],
  company: ['Account Name', 'Account.Name'],
  companyId: ['AccountId', 'Account ID'],
  country: ['MailingCountryCode', 'MailingCountry', 'Mailing Country'],
  region: ['MailingState', 'Mailing State/Province'],
  city: ['MailingCity', 'Mailing City'],
  postcode: ['MailingPostalCode', 'Mailing Zip/Postal Code'],
  owner: [...OWNER, 'Contact Owner'],
}

const opportunity: Fields = {
  id: ['Opportunity ID', 'Id'],
  name: ['Opportunity Name', 'Name'],
  stage: ['StageName', 'Stage'],
  pipeline: ['RecordType.Name', 'Opportunity Record Type', 'Sales Process'],
  amount: ['Amount'],
  currency: ['CurrencyIsoCode', 'Amount Currency', 'Opportunity Currency'],
  createdAt: CREATED,
  closeDate: ['CloseDate', 'Close Date'],
  stageAt: ['LastStageChangeDate', 'Last Stage Change Date'],
  owner: [...OWNER, 'Opportunity Owner'],
  isWon: ['IsWon', 'Won'],
  isClosed: ['IsClosed', 'Closed'],
  lostReason: [
    'Loss_Reason__c',
    'Lost_Reason__c',
    'Loss Reason',
    'Lost Reason',
    'Closed Lost Reason',
    'Closed_Lost_Reason__c',
  ],
  wonReason: ['Win_Reason__c', 'Win Reason', 'Won Reason', 'Closed Won Reason'],
  nextStep: ['NextStep', 'Next Step'],
  contactIds: ['ContactId', 'Primary Contact ID'],
  contact: ['Primary Contact', 'Contact Name'],
  companyId: ['AccountId', 'Account ID'],
  company: ['Account Name', 'Account.Name'],
  isDeleted: DELETED,
}

const activity: Fields = {
  id: ['Activity ID', 'Task ID', 'Event ID', 'Id'],
  at: ['StartDateTime', 'ActivityDateTime', 'Start', 'CompletedDateTime', 'ActivityDate', 'Date', 'Due Date'],
  endAt: ['EndDateTime', 'End'],
  createdAt: CREATED,
  owner: [...OWNER, 'Assigned', 'Assigned To'],
  contactIds: ['WhoId', 'Contact ID', 'Lead ID'],
  contact: ['Contact', 'Lead', 'Name'],
  dealIds: ['WhatId', 'Opportunity ID'],
  type: ['Type'],
  subtype: ['TaskSubtype', 'Task Subtype', 'EventSubtype'],
  subject: ['Subject'],
  body: ['Description', 'Comments', 'Full Comments'],
  direction: ['CallType', 'Call Type'],
  outcome: ['CallDisposition', 'Call Result'],
  status: ['Status'],
  isDone: ['IsClosed', 'Closed'],
  durationS: ['CallDurationInSeconds', 'Call Duration'],
  durationMin: ['DurationInMinutes', 'Duration'],
  isDeleted: DELETED,
}

/** What Salesforce writes, by the names of its fields, by the labels of its reports, and as connectors store the same. */
export const SALESFORCE_SHAPES: readonly RoleShape[] = [
  {
    role: 'deal contacts',
    needs: [['OpportunityId'], ['ContactId'], ['IsPrimary', 'Role']],
    lacks: ['StageName', 'Stage'],
    fields: { id: ['OpportunityId'], other: ['ContactId'], isPrimary: ['IsPrimary'], isDeleted: DELETED },
  },
  {
    role: 'deal history',
    needs: [['OpportunityId'], ['Field'], ['NewValue']],
    fields: { id: ['OpportunityId'], property: ['Field'], stage: ['NewValue'], at: CREATED, isDeleted: DELETED },
  },
  {
    role: 'deal history',
    needs: [['OpportunityId'], ['To Stage']],
    fields: { id: ['OpportunityId'], stage: ['To Stage'], at: ['Last Modified', ...MODIFIED, ...CREATED] },
  },
  {
    role: 'deal history',
    needs: [['Id'], ['OpportunityId'], ['StageName']],
    fields: { id: ['OpportunityId'], stage: ['StageName'], at: CREATED, isDeleted: DELETED },
  },
  {
    role: 'deal history',
    needs: [['Id'], ['StageName'], FORMER],
    fields: { id: ['Id'], stage: ['StageName'], at: FORMER, isDeleted: DELETED },
  },
  {
    role: 'contact history',
    needs: [['LeadId'], ['Field'], ['NewValue']],
    fields: { id: ['LeadId'], property: ['Field'], stage: ['NewValue'], at: CREATED, isDeleted: DELETED },
  },
  {
    role: 'owners',
    needs: [['Id', 'User ID'], ['Username'], ['Name', 'LastName', 'Full Name']],
    fields: {
      id: ['Id', 'User ID'],
      email: ['Email'],
      name: ['Name', 'Full Name'],
      firstName: ['FirstName', 'First Name'],
      lastName: ['LastName', 'Last Name'],
    },
  },
  {
    role: 'deals',
    needs: [
      ['Opportunity ID', 'Id'],
      ['StageName', 'Stage'],
      ['CloseDate', 'Close Date'],
    ],
    lacks: FORMER,
    fields: opportunity,
  },
  {
    role: 'activities',
    kind: 'meeting',
    needs: [['Id', 'Event ID', 'Activity ID'], ['Subject'], ['StartDateTime', 'ActivityDateTime', 'Start']],
    fields: activity,
  },
  {
    role: 'activities',
    kind: 'task',
    needs: [
      ['Id', 'Task ID', 'Activity ID'],
      ['Subject'],
      ['WhoId', 'TaskSubtype', 'Task Subtype', 'Contact ID', 'Lead ID'],
    ],
    fields: activity,
  },
  {
    role: 'leads',
    needs: [
      ['Lead ID'],
      ['Last Name', 'First Name', 'Email', 'Name'],
      ['Lead Status', 'Lead Owner', 'Company / Account', 'Converted'],
    ],
    lacks: FORMER,
    fields: lead,
  },
  { role: 'leads', needs: [['Id'], ['Company'], ['IsConverted', 'ConvertedContactId']], lacks: FORMER, fields: lead },
  {
    role: 'contacts',
    needs: [
      ['Contact ID'],
      ['Last Name', 'First Name', 'Email', 'Full Name'],
      ['Account Name', 'Account ID', 'Contact Owner', 'Mailing Country'],
    ],
    lacks: FORMER,
    fields: contact,
  },
  { role: 'contacts', needs: [['Id'], ['LastName', 'Name'], ['AccountId'], ['Email']], lacks: FORMER, fields: contact },
  {
    role: 'companies',
    needs: [
      ['Account ID', 'Id'],
      ['Account Name', 'Name'],
      [
        'BillingCountry',
        'Billing Country',
        'BillingCity',
        'NumberOfEmployees',
        'Employees',
        'Industry',
        'Website',
        'Account Owner',
      ],
    ],
    lacks: FORMER,
    fields: {
      id: ['Account ID', 'Id'],
      name: ['Account Name', 'Name'],
      domain: ['Website'],
      industry: ['Industry'],
      employees: ['NumberOfEmployees', 'Employees'],
      revenue: ['AnnualRevenue', 'Annual Revenue'],
      country: ['BillingCountryCode', 'BillingCountry', 'Billing Country'],
      region: ['BillingState', 'Billing State/Province'],
      city: ['BillingCity', 'Billing City'],
      postcode: ['BillingPostalCode', 'Billing Zip/Postal Code'],
      owner: [...OWNER, 'Account Owner'],
      isDeleted: DELETED,
    },
  },
]
