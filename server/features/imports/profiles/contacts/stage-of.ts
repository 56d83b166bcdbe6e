import type { FactData } from '@ensemble/engine/facts/kinds.ts'

export type RecordedStage = FactData['stage.recorded']['stage']

const STAGES: Record<string, RecordedStage | 'none' | 'won'> = {
  subscriber: 'none',
  other: 'none',
  evangelist: 'won',
  lead: 'inquiry',
  inquiry: 'inquiry',
  new: 'inquiry',
  open: 'inquiry',
  prospect: 'inquiry',
  nouveau: 'inquiry',
  neu: 'inquiry',
  nuevo: 'inquiry',
  novo: 'inquiry',
  'open not contacted': 'inquiry',
  mql: 'qualified',
  'marketing qualified lead': 'qualified',
  marketingqualifiedlead: 'qualified',
  qualified: 'qualified',
  qualifie: 'qualified',
  qualifiziert: 'qualified',
  cualificado: 'qualified',
  qualificado: 'qualified',
  sal: 'accepted',
  accepted: 'accepted',
  'sales accepted lead': 'accepted',
  accepte: 'accepted',
  'in progress': 'accepted',
  working: 'accepted',
  contacted: 'contacted',
  'working contacted': 'contacted',
  connected: 'contacted',
  contacte: 'contacted',
  kontaktiert: 'contacted',
  contactado: 'contacted',
  contatado: 'contacted',
  sql: 'opportunity',
  'sales qualified lead': 'opportunity',
  salesqualifiedlead: 'opportunity',
  opportunity: 'opportunity',
  'open deal': 'opportunity',
  opportunite: 'opportunity',
  oportunidad: 'opportunity',
  oportunidade: 'opportunity',
  customer: 'won',
  client: 'won',
  kunde: 'won',
  cliente: 'won',
  won: 'won',
  'closed converted': 'won',
}

/** The stage a word of another system stands for; `none` for people who are no lead yet, null for an unknown word. */
export function stageOf(text: string): RecordedStage | 'none' | 'won' | null {
  const key = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()
  return Object.hasOwn(STAGES, key) ? (STAGES[key] ?? null) : null
}
