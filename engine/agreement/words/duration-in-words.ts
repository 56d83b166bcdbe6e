import type { Duration } from '../../worktime/duration.ts'
import type { Language } from './grammar.ts'
import { numberInWords } from './value-in-words.ts'

type Unit = 'day' | 'hour' | 'minute' | 'second'

const WORDS = {
  en: { day: 'day', hour: 'hour', minute: 'minute', second: 'second' },
  fr: { day: 'jour', hour: 'heure', minute: 'minute', second: 'seconde' },
} as const
const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
] as const

function unitOf(amountMs: number, isWorking: boolean): readonly [Unit, number] {
  // A working day is counted, not measured: an amount of working time is told in hours at most.
  const fitting = UNITS.filter(([unit]) => !(isWorking && unit === 'day')).find(([, ms]) => amountMs % ms === 0)
  return fitting ?? ['second', 1_000]
}

function say(amount: number, unit: Unit, isWorking: boolean, language: Language): string {
  const number = numberInWords(amount, language)
  const isOne = language === 'fr' ? amount < 2 : amount === 1
  const s = isOne ? '' : 's'
  const word = WORDS[language][unit]
  if (language === 'en') return `${number} ${isWorking ? 'working ' : ''}${word}${s}`
  const e = unit === 'day' ? '' : 'e'
  return `${number} ${word}${s}${isWorking ? ` ouvré${e}${s}` : ''}`
}

/** "4 working hours", "1 working day", "30 days"; in French "4 heures ouvrées", "1 jour ouvré", "30 jours". */
export function durationInWords(duration: Duration, language: Language): string {
  if ('workingDays' in duration) return say(duration.workingDays, 'day', true, language)
  const [unit, ms] = unitOf(duration.amountMs, duration.isWorking)
  return say(duration.amountMs / ms, unit, duration.isWorking, language)
}
