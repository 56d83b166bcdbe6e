import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { storyQuery } from '../../api/lead-query.ts'
import { flagOf, textOf } from '../../story/read-data.ts'
import { Moment } from '../../ui/moment.tsx'
import look from './needs.module.css'

/** The needs that were stated, surest first, with their own words. */
export function Needs({ personId }: { personId: string }) {
  const { t } = useTranslation()
  const story = useInfiniteQuery(storyQuery(personId, 'sales', 100))
  const facts = story.data?.pages.flatMap((page) => page.facts) ?? []
  const needs = facts.filter((fact) => fact.kind === 'need.stated' && !fact.isRetracted)
  if (needs.length === 0) return <p className="quiet">{t('lead.noNeeds')}</p>
  return (
    <ul className={look.needs}>
      {needs.map((fact) => {
        const quote = textOf(fact.data, 'quote')
        return (
          <li key={fact.id}>
            <p className={look.need}>
              {textOf(fact.data, 'need')}
              {flagOf(fact.data, 'isKnown') === false ? (
                <span className="quiet"> · {t('lead.needPerhaps')}</span>
              ) : null}
            </p>
            {quote === null ? null : <p className={look.quote}>“{quote}”</p>}
            <p className={look.small}>
              {fact.actor?.name} <Moment at={fact.at} />
            </p>
          </li>
        )
      })}
    </ul>
  )
}
