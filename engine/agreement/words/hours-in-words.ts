import { type Block, type Calendar, type Weekday, weekdays } from '../../worktime/calendar.ts'
import type { Language } from './grammar.ts'
import { joinWords } from './join-words.ts'

const DAYS: Readonly<Record<Language, readonly string[]>> = {
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  fr: ['le lundi', 'le mardi', 'le mercredi', 'le jeudi', 'le vendredi', 'le samedi', 'le dimanche'],
}

function time(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

function blocks(list: readonly Block[], language: Language): string {
  const each = list.map(({ fromMinute, toMinute }) =>
    language === 'fr' ? `de ${time(fromMinute)} à ${time(toMinute)}` : `${time(fromMinute)} to ${time(toMinute)}`,
  )
  return joinWords(each, language === 'fr' ? 'et' : 'and')
}

function range(from: number, to: number, language: Language): string {
  const [first = '', last = ''] = [DAYS[language][from], DAYS[language][to]]
  if (from === to) return first
  if (to === from + 1) return joinWords([first, last], language === 'fr' ? 'et' : 'and')
  return language === 'fr' ? `du ${first.slice(3)} au ${last.slice(3)}` : `${first} to ${last}`
}

/** "Monday to Friday 09:00 to 12:30 and 13:30 to 18:00; Saturday 09:00 to 12:00": days of the same hours that follow each other are one. */
export function hoursInWords(hours: Calendar['hours'], language: Language): string {
  const same = (a: Weekday | undefined, b: Weekday): boolean =>
    a !== undefined && JSON.stringify(hours[a]) === JSON.stringify(hours[b])
  const runs: { from: number; to: number }[] = []
  for (const [index, day] of weekdays.entries()) {
    if (hours[day].length === 0) continue
    const last = runs.at(-1)
    if (last !== undefined && last.to === index - 1 && same(weekdays[last.to], day)) last.to = index
    else runs.push({ from: index, to: index })
  }
  const each = runs.map(({ from, to }) => {
    const list = hours[weekdays[from] ?? 'mon']
    return language === 'fr'
      ? `${range(from, to, language)} ${blocks(list, language)}`
      : `${range(from, to, language)}, ${blocks(list, language)}`
  })
  return each.join(language === 'fr' ? ' ; ' : '; ')
}
