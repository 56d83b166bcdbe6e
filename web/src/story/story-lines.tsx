import { Fragment, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { FactView } from '../api/types.ts'
import { formatLocale } from '../i18n/format-locale.ts'
import { FactLine } from './fact-line.tsx'
import { groupVisits, type StoryItem } from './group-visits.ts'
import look from './story-view.module.css'
import { VisitLine } from './visit-line.tsx'

function newestOf(item: StoryItem): FactView | undefined {
  return item.kind === 'fact' ? item.fact : item.facts[0]
}

function isNewIn(item: StoryItem, since: number): boolean {
  const facts = item.kind === 'fact' ? [item.fact] : item.facts
  return facts.some((fact) => Date.parse(fact.recordedAt) > since)
}

type Props = { facts: readonly FactView[]; seenUntil: string | null; sought: string | undefined }

/** The lines of a story under their days, with a mark where what is new ends. */
export function StoryLines({ facts, seenUntil, sought }: Props) {
  const { t, i18n } = useTranslation()
  const items = useMemo(() => groupVisits(facts, sought), [facts, sought])
  const sayDayOf = useMemo(() => {
    const day = { weekday: 'long', day: 'numeric', month: 'long' } as const
    const thisYear = new Intl.DateTimeFormat(formatLocale(i18n.language), day)
    const anyYear = new Intl.DateTimeFormat(formatLocale(i18n.language), { ...day, year: 'numeric' })
    const year = new Date().getFullYear()
    return (date: Date) => (date.getFullYear() === year ? thisYear : anyYear).format(date)
  }, [i18n.language])
  const since = seenUntil === null ? Number.POSITIVE_INFINITY : Date.parse(seenUntil)
  const lastNew = items.findLastIndex((item) => isNewIn(item, since))
  return items.map((item, index) => {
    const first = newestOf(item)
    const above = items[index - 1]
    const before = above === undefined ? undefined : newestOf(above)
    if (first === undefined) return null
    const date = new Date(first.at)
    const isSameDay = before !== undefined && new Date(before.at).toDateString() === date.toDateString()
    return (
      <Fragment key={item.kind === 'fact' ? first.id : `visit ${item.facts.at(-1)?.id}`}>
        {index === 0 && lastNew >= 0 ? <li className={look.new}>{t('lead.newSince')}</li> : null}
        {isSameDay ? null : <li className={look.day}>{sayDayOf(date)}</li>}
        {item.kind === 'visit' ? (
          <VisitLine facts={item.facts} />
        ) : (
          <FactLine fact={item.fact} isSought={item.fact.id === sought} />
        )}
        {index === lastNew && index < items.length - 1 ? <li className={look.seen}>{t('lead.seenBefore')}</li> : null}
      </Fragment>
    )
  })
}
