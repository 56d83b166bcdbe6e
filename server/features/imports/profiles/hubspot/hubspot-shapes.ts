import type { ActivityKind, Fields, RoleShape } from '../crm/shape.ts'

const ID = ['Record ID', 'hs_object_id', 'id', 'vid']
const CREATED = ['Create Date', 'createdate', 'hs_createdate', 'Created at', 'created_at', 'Create date']
const MODIFIED = ['Last Modified Date', 'hs_lastmodifieddate', 'lastmodifieddate']
const DELETED = ['is_deleted', '_fivetran_deleted', 'archived', 'Archived']
const COMPANY_IDS = [
  'Associated Company IDs',
  'Associated Company IDs (Primary)',
  'associatedcompanyid',
  'Primary Associated Company ID',
]
const COMPANY = ['Associated Company', 'Primary Company', 'Associated Company (Primary)', 'Company Name', 'company']

const activity: Fields = {
  id: ['Record ID', 'engagement_id', 'hs_object_id', 'id'],
  at: [
    'Activity date',
    'hs_timestamp',
    'Meeting start time',
    'hs_meeting_start_time',
    'start_time',
    'Due date',
    'timestamp',
  ],
  endAt: ['Meeting end time', 'hs_meeting_end_time', 'end_time'],
  createdAt: CREATED,
  owner: ['Activity assigned to', 'hubspot_owner_id', 'Assigned to', 'owner_id'],
  isDeleted: DELETED,
  contactIds: ['Associated Contact IDs', 'contact_id'],
  contact: ['Associated Contact', 'Contacted', 'Email to address', 'hs_email_to_email', 'Attendees'],
  dealIds: ['Associated Deal IDs', 'deal_id'],
  type: ['type', 'Task type', 'hs_task_type', 'Activity type', 'hs_engagement_type'],
  subject: [
    'Call title',
    'hs_call_title',
    'Meeting name',
    'hs_meeting_title',
    'title',
    'Email subject',
    'hs_email_subject',
    'Task title',
    'hs_task_subject',
    'subject',
  ],
  body: [
    'Call notes',
    'hs_call_body',
    'Meeting description',
    'hs_meeting_body',
    'Note body',
    'hs_note_body',
    'Email body',
    'hs_email_text',
    'hs_email_html',
    'Task notes',
    'hs_task_body',
    'hs_body_preview',
    'body',
  ],
  direction: ['Call direction', 'hs_call_direction', 'Email direction', 'hs_email_direction'],
  outcome: [
    'Call outcome',
    'hs_call_disposition',
    'Meeting outcome',
    'hs_meeting_outcome',
    'meeting_outcome',
    'hs_call_status',
  ],
  status: ['Task status', 'hs_task_status'],
  durationMs: ['Call duration', 'Call duration (HH:mm:ss)', 'hs_call_duration'],
}

function activities(kind: ActivityKind, signs: readonly string[]): RoleShape {
  return {
    role: 'activities',
    kind,
    needs: [['Record ID', 'hs_object_id', 'engagement_id', 'id'], signs],
    fields: activity,
  }
}

const owner: Fields = {
  id: ['owner_id', 'id', 'Owner ID'],
  email: ['email'],
  name: ['name', 'Full name'],
  firstName: ['first_name', 'firstName'],
  lastName: ['last_name', 'lastName'],
}

const contact: Fields = {
  id: ['Record ID', 'hs_object_id', 'Contact ID', 'id', 'vid'],
  name: ['Full name'],
  firstName: ['First Name', 'firstname'],
  lastName: ['Last Name', 'lastname'],
  email: ['Email', 'email'],
  phone: ['Phone Number', 'phone', 'Mobile Phone Number', 'mobilephone'],
  title: ['Job Title', 'jobtitle'],
  country: ['Country/Region', 'country', 'IP Country Code'],
  region: ['State/Region', 'state'],
  city: ['City', 'city'],
  postcode: ['Postal Code', 'zip'],
  language: ['Preferred language', 'hs_language'],
  company: COMPANY,
  companyId: COMPANY_IDS,
  owner: ['Contact owner', 'hubspot_owner_id', 'owner_id'],
  createdAt: ['Create Date', 'createdate', 'Created at', 'created_at'],
  modifiedAt: MODIFIED,
  lifecycle: ['Lifecycle Stage', 'lifecyclestage'],
  status: ['Lead Status', 'hs_lead_status'],
  source: ['Original Source', 'Original Traffic Source', 'hs_analytics_source'],
  isDeleted: DELETED,
}

const deal: Fields = {
  id: ['Record ID', 'deal_id', 'hs_object_id', 'id'],
  name: ['Deal Name', 'dealname'],
  stage: ['Deal Stage', 'dealstage', 'deal_pipeline_stage_id'],
  pipeline: ['Pipeline', 'pipeline', 'deal_pipeline_id', 'Deal pipeline'],
  amount: ['Amount', 'amount'],
  currency: ['Currency', 'deal_currency_code', 'Deal currency code'],
  createdAt: CREATED,
  closeDate: ['Close Date', 'closedate'],
  stageAt: ['Date entered current stage', 'hs_v2_date_entered_current_stage'],
  owner: ['Deal owner', 'hubspot_owner_id', 'owner_id'],
  isWon: ['Is Closed Won', 'Is closed won', 'hs_is_closed_won'],
  isLost: ['Is Closed Lost', 'Is closed lost', 'hs_is_closed_lost'],
  isClosed: ['Is Deal Closed?', 'hs_is_closed', 'Is closed (numeric)'],
  lostReason: ['Closed Lost Reason', 'closed_lost_reason'],
  wonReason: ['Closed Won Reason', 'closed_won_reason'],
  nextStep: ['Next step', 'hs_next_step'],
  contactIds: ['Associated Contact IDs'],
  contact: ['Associated Contact', 'Deal with Primary Contact'],
  companyId: COMPANY_IDS,
  company: COMPANY,
  isDeleted: DELETED,
}

/** What HubSpot writes, by labels of its pages, by names of its properties, and as connectors store the same. */
export const HUBSPOT_SHAPES: readonly RoleShape[] = [
  { role: 'deal contacts', needs: [['deal_id'], ['contact_id']], fields: { id: ['deal_id'], other: ['contact_id'] } },
  { role: 'deal companies', needs: [['deal_id'], ['company_id']], fields: { id: ['deal_id'], other: ['company_id'] } },
  {
    role: 'activity contacts',
    needs: [['engagement_id'], ['contact_id']],
    fields: { id: ['engagement_id'], other: ['contact_id'] },
  },
  {
    role: 'activity deals',
    needs: [['engagement_id'], ['deal_id']],
    fields: { id: ['engagement_id'], other: ['deal_id'] },
  },
  {
    role: 'deal history',
    needs: [['deal_id'], ['date_entered', 'timestamp'], ['value']],
    fields: { id: ['deal_id'], property: ['name', 'property'], stage: ['value'], at: ['date_entered', 'timestamp'] },
  },
  {
    role: 'contact history',
    needs: [['contact_id'], ['timestamp'], ['value']],
    fields: { id: ['contact_id'], property: ['name', 'property'], stage: ['value'], at: ['timestamp'] },
  },
  {
    role: 'stages',
    needs: [['stage_id'], ['label']],
    lacks: ['ticket_state'],
    fields: {
      id: ['stage_id'],
      label: ['label'],
      isWon: ['closed_won'],
      isClosed: ['is_closed'],
      probability: ['probability'],
    },
  },
  {
    role: 'pipelines',
    needs: [['pipeline_id'], ['label']],
    lacks: ['object_type_id', 'ticket_state'],
    fields: { id: ['pipeline_id'], label: ['label'] },
  },
  { role: 'owners', needs: [['owner_id', 'Owner ID'], ['email'], ['first_name', 'name']], fields: owner },
  { role: 'owners', needs: [['id'], ['email'], ['first_name'], ['user_id', 'primary_team_id']], fields: owner },
  { role: 'deals', needs: [ID.concat('deal_id'), ['Deal Name', 'dealname']], fields: deal },
  activities('call', [
    'Call title',
    'hs_call_title',
    'hs_call_body',
    'Call notes',
    'hs_call_disposition',
    'hs_call_duration',
  ]),
  activities('meeting', [
    'Meeting name',
    'hs_meeting_title',
    'hs_meeting_start_time',
    'Meeting start time',
    'meeting_outcome',
  ]),
  activities('note', ['Note body', 'hs_note_body']),
  activities('email', ['Email subject', 'hs_email_subject', 'hs_email_direction', 'hs_email_text']),
  activities('task', ['Task title', 'hs_task_subject', 'hs_task_body', 'hs_task_type']),
  { role: 'activities', needs: [['engagement_id'], ['type'], ['hs_timestamp']], fields: activity },
  {
    role: 'contacts',
    needs: [
      ['Record ID', 'hs_object_id', 'vid'],
      ['First Name', 'Last Name', 'Email'],
    ],
    fields: contact,
  },
  {
    role: 'contacts',
    needs: [
      ['id'],
      ['firstname', 'email'],
      ['createdate'],
      ['lifecyclestage', 'hs_lead_status', 'hubspot_owner_id', 'hs_merged_object_ids'],
    ],
    fields: contact,
  },
  {
    role: 'companies',
    needs: [
      ID.concat('Company ID'),
      ['Company name', 'name'],
      ['Company owner', 'Company Domain Name', 'domain', 'industry', 'numberofemployees'],
    ],
    fields: {
      id: ['Record ID', 'hs_object_id', 'Company ID', 'id'],
      name: ['Company name', 'name'],
      domain: ['Company Domain Name', 'domain', 'Website URL', 'website'],
      industry: ['Industry', 'industry'],
      employees: ['Number of Employees', 'numberofemployees'],
      revenue: ['Annual Revenue', 'annualrevenue'],
      country: ['Country/Region', 'country'],
      region: ['State/Region', 'state'],
      city: ['City', 'city'],
      postcode: ['Postal Code', 'zip'],
      owner: ['Company owner', 'hubspot_owner_id', 'owner_id'],
      isDeleted: DELETED,
    },
  },
]
