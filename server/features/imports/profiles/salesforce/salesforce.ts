import { crmProfile } from '../crm/crm-profile.ts'
import { SALESFORCE_SHAPES } from './salesforce-shapes.ts'

/** Ids are written with 15 characters in reports and with 18 in exports; the last three only repeat the case of the others. */
function idOf(text: string): string {
  const id = text.trim()
  return /^[A-Za-z0-9]{18}$/.test(id) ? id.slice(0, 15) : id
}

export const salesforce = crmProfile({
  id: 'salesforce',
  name: 'Salesforce',
  description:
    'Leads, contacts, accounts, opportunities, tasks and events of a data export or of reports, with users and histories.',
  files: ['Lead', 'Contact', 'Account', 'Opportunity', 'User', 'OpportunityHistory, LeadHistory', 'Task, Event'],
  shapes: SALESFORCE_SHAPES,
  enteredStage: () => null,
  stageNames: {},
  idOf,
  isOwnerId: (text) => /^005[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?$/.test(text),
})
