import type { TFunction } from 'i18next'
import { formatLocale } from '../i18n/format-locale.ts'

const REASONS = {
  away: 'away',
  inactive: 'inactive',
  'not at work': 'notAtWork',
  'full today': 'fullDay',
  'full this week': 'fullWeek',
  'full this month': 'fullMonth',
  'pool full today': 'poolFullDay',
  'pool full this week': 'poolFullWeek',
  'pool full this month': 'poolFullMonth',
  'had it before': 'hadIt',
} as const
const SKIPPED = {
  'does not hold': 'notHolding',
  'nobody owns the company': 'noOwner',
  'the owner of the company cannot take it': 'ownerCannot',
  'outside every territory': 'noTerritory',
  'in no list of named accounts': 'noList',
  'nobody free': 'nobodyFree',
  'outside working hours': 'outsideHours',
} as const
const RULES = {
  'everybody had it before': 'all',
  'everybody had it before: whoever had it longest ago': 'again',
} as const

const WHY = {
  qualified: 'qualified',
  misrouted: 'misrouted',
  late: 'late',
  'nobody free': 'nobodyFree',
  'handed back': 'handedBack',
  'owner left': 'ownerLeft',
  'by hand': 'byHand',
} as const

function has<T extends object>(record: T, key: string): key is keyof T & string {
  return Object.hasOwn(record, key)
}

/** Why somebody could not take a lead. What this version does not know stays as it was told. */
export function sayWhyNot(why: string, t: TFunction, language: string): string {
  if (has(REASONS, why)) return t(`story.whyNot.${REASONS[why]}`)
  const [, tag] = /^does not speak (.+)$/.exec(why) ?? []
  if (tag !== undefined) {
    const names = new Intl.DisplayNames([formatLocale(language)], { type: 'language', fallback: 'code' })
    return t('story.whyNot.speaks', { language: names.of(tag) ?? tag })
  }
  const [, skill] = /^lacks the skill (.+)$/.exec(why) ?? []
  return skill === undefined ? why : t('story.whyNot.skill', { skill })
}

/** Why a clause that came before did not decide. */
export function saySkipped(why: string, t: TFunction): string {
  return has(SKIPPED, why) ? t(`story.skipped.${SKIPPED[why]}`) : why
}

/** The rule by which a lead was given where everybody had it before. */
export function sayRule(rule: string, t: TFunction): string {
  return has(RULES, rule) ? t(`story.rule.${RULES[rule]}`) : rule
}

/** Why an owner was looked for. What this version does not know stays as it was told. */
export function sayRouteWhy(why: string, t: TFunction): string {
  return has(WHY, why) ? t(`story.routeWhy.${WHY[why]}`) : why
}
