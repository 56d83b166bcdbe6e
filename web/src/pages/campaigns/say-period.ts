import type { TFunction } from 'i18next'
import { sayDay } from '../../ui/say-day.ts'

/** The days of a campaign in words. */
export function sayPeriod(startsOn: string | null, endsOn: string | null, t: TFunction, language: string): string {
  const say = (day: string) => sayDay(day, language, 'short')
  if (startsOn === null) return endsOn === null ? t('campaigns.noPeriod') : t('campaigns.until', { day: say(endsOn) })
  if (endsOn === null) return t('campaigns.from', { day: say(startsOn) })
  return t('campaigns.period', { from: say(startsOn), to: say(endsOn) })
}
