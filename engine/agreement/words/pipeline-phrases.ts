import type { Team } from '../../lifecycle/state.ts'
import type { WinNeeds } from '../../pipeline/evidence.ts'
import type { Language } from './grammar.ts'
import { joinWords } from './join-words.ts'

/** How a language says what pipelines ask. Conditions and evidence come ready in words. */
type PipelinePhrases = {
  pipeline(name: string, stages: readonly string[], isDefault: boolean): string
  stage(told: {
    pipeline: string
    stage: string
    owner: Team
    knownAs: string | null
    asks: readonly string[]
    condition: string | null
    percent: string | null
  }): string
  wins(needs: WinNeeds, refuses: boolean): string
  reasons(list: readonly string[]): string
}

const NEEDS_EN: Readonly<Record<WinNeeds, string>> = {
  'contract or payment': 'the signed contract or the payment received',
  contract: 'the signed contract',
  payment: 'the payment received',
  nothing: 'nothing',
}
const NEEDS_FR: Readonly<Record<WinNeeds, string>> = {
  'contract or payment': 'le contrat signé ou le paiement reçu',
  contract: 'le contrat signé',
  payment: 'le paiement reçu',
  nothing: 'rien',
}

const EN: PipelinePhrases = {
  pipeline: (name, stages, isDefault) =>
    `Deals of “${name}” pass through ${joinWords(stages, 'and')}${isDefault ? '; a deal that names no pipeline is one of these' : ''}.`,
  stage: ({ pipeline, stage, owner, knownAs, asks, condition, percent }) => {
    const leaves = [
      ...(asks.length === 0 ? [] : [`needs ${joinWords(asks, 'and')}`]),
      ...(condition === null ? [] : [`needs that ${condition}`]),
    ]
    return [
      `“${stage}”${knownAs === null ? '' : ` (${knownAs})`} of “${pipeline}” is owned by ${owner}`,
      ...(leaves.length === 0 ? ['nothing is asked to leave it'] : [`to leave it, a deal ${leaves.join(', and ')}`]),
      ...(percent === null ? [] : [`${percent} % of its deals are expected to be won`]),
    ]
      .join('; ')
      .concat('.')
  },
  wins: (needs, refuses) =>
    needs === 'nothing'
      ? 'A win needs no proof: it stands by the seller’s word.'
      : `A win needs ${NEEDS_EN[needs]}; ${refuses ? 'without it, it is refused' : 'without it, it counts apart as unproven'}.`,
  reasons: (list) =>
    `Why deals are won and lost is said from one list, one reason first and up to two more, by the seller, the buyer or a survey: ${joinWords(list, 'and')}. No decision counts apart from lost.`,
}

const TO: Readonly<Record<Team, string>> = { marketing: 'au marketing', sales: 'aux ventes' }

const FR: PipelinePhrases = {
  pipeline: (name, stages, isDefault) =>
    `Les affaires de « ${name} » passent par ${joinWords(stages, 'et')}${isDefault ? ' ; une affaire sans pipeline nommé en fait partie' : ''}.`,
  stage: ({ pipeline, stage, owner, knownAs, asks, condition, percent }) => {
    const leaves = [
      ...(asks.length === 0 ? [] : [`il faut ${joinWords(asks, 'et')}`]),
      ...(condition === null ? [] : [`il faut que la condition tienne : ${condition}`]),
    ]
    return [
      `« ${stage} »${knownAs === null ? '' : ` (${knownAs})`} de « ${pipeline} » revient ${TO[owner]}`,
      ...(leaves.length === 0 ? ['rien n’est demandé pour en sortir'] : [`pour en sortir, ${leaves.join(', et ')}`]),
      ...(percent === null ? [] : [`${percent} % de ses affaires devraient être gagnées`]),
    ]
      .join(' ; ')
      .concat('.')
  },
  wins: (needs, refuses) =>
    needs === 'nothing'
      ? 'Une affaire gagnée n’exige aucune preuve : la parole du commercial suffit.'
      : `Une affaire gagnée exige ${NEEDS_FR[needs]} ; ${refuses ? 'à défaut, elle est refusée' : 'à défaut, elle compte à part, sans preuve'}.`,
  reasons: (list) =>
    `Pourquoi une affaire est gagnée ou perdue se dit par une seule liste, une raison d’abord et deux autres au plus, par le commercial, l’acheteur ou une enquête : ${joinWords(list, 'et')}. L’absence de décision compte à part des pertes.`,
}

/** The sentences of pipelines in a language. */
export function pipelinePhrases(language: Language): PipelinePhrases {
  return language === 'fr' ? FR : EN
}
