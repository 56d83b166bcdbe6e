import { crmProfile } from '../crm/crm-profile.ts'
import { PIPEDRIVE_SHAPES } from './pipedrive-shapes.ts'

export const pipedrive = crmProfile({
  id: 'pipedrive',
  name: 'Pipedrive',
  description:
    'People, organizations, deals, activities and notes as Pipedrive exports them or its API gives them, with users, stages and the flow of deals.',
  files: ['people', 'organizations', 'deals', 'activities', 'notes', 'users, pipelines, stages', 'deal flow'],
  shapes: PIPEDRIVE_SHAPES,
  enteredStage: () => null,
  stageNames: {},
  idOf: (text) => text.trim().replace(/\.0$/, ''),
  isOwnerId: (text) => /^\d+$/.test(text),
})
