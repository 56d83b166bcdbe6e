import { crmProfile } from '../crm/crm-profile.ts'
import type { CrmShape } from '../crm/shape.ts'
import { HUBSPOT_SHAPES } from './hubspot-shapes.ts'

const LIFECYCLE = [
  'subscriber',
  'lead',
  'marketingqualifiedlead',
  'salesqualifiedlead',
  'opportunity',
  'customer',
  'evangelist',
  'other',
]

/** Stages of HubSpot's own pipeline, which exports by name of property give by these ids. */
const STAGES = {
  appointmentscheduled: 'Appointment Scheduled',
  qualifiedtobuy: 'Qualified To Buy',
  presentationscheduled: 'Presentation Scheduled',
  decisionmakerboughtin: 'Decision Maker Bought-In',
  contractsent: 'Contract Sent',
  closedwon: 'Closed Won',
  closedlost: 'Closed Lost',
}

/** `hs_lifecyclestage_lead_date`, `Became a Lead Date`; `hs_date_entered_12`, `Date entered "Contract Sent (Sales Pipeline)"`. */
function enteredStage(column: string): ReturnType<CrmShape['enteredStage']> {
  const lifecycle =
    /^(?:property_)?hs_lifecyclestage_(.+)_date$/i.exec(column)?.[1] ?? /^became an? (.+?) date$/i.exec(column)?.[1]
  if (lifecycle !== undefined) return { of: 'contact', stage: lifecycle.toLowerCase() }
  const stage =
    /^(?:property_)?hs_(?:v2_)?date_entered_(.+)$/i.exec(column)?.[1] ??
    /^date entered ["'“‘](.+?)(?: \([^()]*\))?["'”’]/i.exec(column)?.[1]
  if (stage === undefined) return null
  const isLifecycle = LIFECYCLE.includes(stage.toLowerCase().replace(/[^a-z]/g, ''))
  return isLifecycle ? { of: 'contact', stage: stage.toLowerCase() } : { of: 'deal', stage }
}

export const hubspot = crmProfile({
  id: 'hubspot',
  name: 'HubSpot',
  description: 'Contacts, companies, deals and activities as HubSpot exports them, with owners and stages.',
  files: ['contacts', 'companies', 'deals', 'owners', 'calls, meetings, notes, e-mails, tasks'],
  shapes: HUBSPOT_SHAPES,
  enteredStage,
  stageNames: STAGES,
  idOf: (text) => text.trim().replace(/\.0$/, ''),
  isOwnerId: (text) => /^\d+$/.test(text),
})
