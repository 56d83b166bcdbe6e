import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Fragment, useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { storyQuery } from '../../api/lead-query.ts'
import type { FactSide, FactView } from '../../api/types.ts'
import { formatLocale } from '../../i18n/format-locale.ts'
import { FactLine } from '../../story/fact-line.tsx'
import { useNow } from '../../ui/clock.ts'
import { Empty } from '../../ui/empty.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useSentinel } from '../../ui/use-sentinel.ts'
import { SIDES } from './search.ts'
import { lookAt } from './seen.ts'
import look from './story.module.css'

type Props = {
  personId: string
  firstSeenAt: string
  side: FactSide | undefined
  onSide: (side: FactSide | undefined) => void
}

function dayOf(iso: string): string {
  return new Date(iso).toDateString()
}

/** The story of both teams on one rail, newest first, with what is new since one looked. */
export function Story({ personId, firstSeenAt, side, onSide }: Props) {
  const { t, i18n } = useTranslation()
  const [seenUntil] = useState(() => lookAt(personId))
  const story = useInfiniteQuery(storyQuery(personId, side))
  const { fetchNextPage } = story
  const more = useSentinel(useCallback(() => void fetchNextPage(), [fetchNextPage]))
  const facts = story.data?.pages.flatMap((page) => page.facts)
  return (
    <section className={look.story} aria-label={t('lead.story')}>
      <div className={look.filters} role="toolbar" aria-label={t('lead.filter')}>
        {[undefined, ...SIDES].map((one) => (
          <button
            key={one ?? 'all'}
            type="button"
            className={look.filter}
            aria-pressed={one === side}
            data-side={one === 'deal' ? 'sales' : one}
            onClick={() => onSide(one)}
          >
            {t(`story.side.${one ?? 'all'}`)}
          </button>
        ))}
      </div>
      <div className={look.scroll} data-scroll-restoration-id="story">
        {facts === undefined ? (
          story.isError ? (
            <ErrorNote error={story.error} onRetry={() => void story.refetch()} />
          ) : (
            <Skeleton rows={8} />
          )
        ) : facts.length === 0 ? (
          side === undefined ? (
            <Empty title={t('lead.empty')}>{t('lead.emptyText')}</Empty>
          ) : (
            <Empty
              title={t('lead.emptySide')}
              action={<Button onClick={() => onSide(undefined)}>{t('lead.showAll')}</Button>}
            >
              {t('lead.emptySideText')}
            </Empty>
          )
        ) : (
          <>
            <ol>
              <Facts facts={facts} seenUntil={seenUntil} />
            </ol>
            {story.hasNextPage ? (
              <p ref={more} className={look.end}>
                {t('common.loadingMore')}…
              </p>
            ) : (
              <p className={look.end}>
                {t('lead.begin', {
                  when: new Intl.DateTimeFormat(formatLocale(i18n.language), { dateStyle: 'long' }).format(
                    new Date(firstSeenAt),
                  ),
                })}
              </p>
            )}
          </>
        )}
      </div>
    </section>
  )
}

function Facts({ facts, seenUntil }: { facts: readonly FactView[]; seenUntil: number | null }) {
  const { t, i18n } = useTranslation()
  const now = new Date(useNow())
  const isNew = (fact: FactView) => seenUntil !== null && Date.parse(fact.recordedAt) > seenUntil
  const lastNew = facts.findLastIndex(isNew)
  const sayDay = (iso: string): string => {
    const date = new Date(iso)
    const isThisYear = date.getFullYear() === now.getFullYear()
    return new Intl.DateTimeFormat(formatLocale(i18n.language), {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      ...(isThisYear ? {} : { year: 'numeric' }),
    }).format(date)
  }
  return facts.map((fact, index) => {
    const before = facts[index - 1]
    return (
      <Fragment key={fact.id}>
        {index === 0 && lastNew >= 0 ? <li className={look.new}>{t('lead.newSince')}</li> : null}
        {before !== undefined && dayOf(before.at) === dayOf(fact.at) ? null : (
          <li className={look.day}>{sayDay(fact.at)}</li>
        )}
        <FactLine fact={fact} />
        {index === lastNew && index < facts.length - 1 ? <li className={look.seen}>{t('lead.seenBefore')}</li> : null}
      </Fragment>
    )
  })
}
