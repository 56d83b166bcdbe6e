import { Button } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { formatLocale } from '../i18n/format-locale.ts'
import { useKeys } from '../keys/use-keys.ts'
import { Empty } from '../ui/empty.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { sayDay } from '../ui/say-day.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { useSentinel } from '../ui/use-sentinel.ts'
import { StoryFilters } from './story-filters.tsx'
import { StoryLines } from './story-lines.tsx'
import { lookQuery, type StoryOf, wholeStoryQuery } from './story-query.ts'
import { isNarrowed, type StorySearch } from './story-search.ts'
import look from './story-view.module.css'

type Props = {
  of: StoryOf
  search: StorySearch
  onSearch: (next: StorySearch) => void
  people?: readonly { id: string; name: string }[]
  /** When it all began, for the last line. */
  firstSeenAt?: string
}

/** The story of both teams on one rail, newest first, with what is new since one looked. j and k walk through it, Enter opens. */
export function StoryView({ of, search, onSearch, people, firstSeenAt }: Props) {
  const { t, i18n } = useTranslation()
  const scroll = useRef<HTMLDivElement>(null)
  const before = useQuery(lookQuery(of)).data?.before ?? null
  const story = useInfiniteQuery(wholeStoryQuery(of, search))
  const { fetchNextPage } = story
  const more = useSentinel(useCallback(() => void fetchNextPage(), [fetchNextPage]))
  const pages = story.data?.pages
  const facts = useMemo(() => pages?.flatMap((page) => page.facts), [pages])

  const step = (by: number) => {
    const lines = [...(scroll.current?.querySelectorAll<HTMLElement>('[data-item]') ?? [])]
    const at = lines.findIndex((line) => line.contains(document.activeElement))
    const next = lines[at < 0 ? 0 : Math.max(0, Math.min(lines.length - 1, at + by))]
    next?.focus({ preventScroll: true })
    next?.scrollIntoView({ block: 'nearest' })
  }
  const open = () => {
    const line = document.activeElement
    if (line instanceof HTMLElement && line.dataset.item !== undefined)
      line.querySelector<HTMLElement>('button, a')?.click()
  }
  useKeys(t('lead.story'), [
    { keys: 'j', says: t('lead.keys.next'), run: () => step(1) },
    { keys: 'k', says: t('lead.keys.previous'), run: () => step(-1) },
    {
      keys: 'enter',
      says: t('lead.keys.open'),
      run: open,
      // Elsewhere Enter is the button's that has the focus.
      get isOff() {
        return !(document.activeElement instanceof HTMLElement && document.activeElement.dataset.item !== undefined)
      },
    },
  ])

  const { fact } = search
  const isThere = fact !== undefined && facts?.some((one) => one.id === fact) === true
  useEffect(() => {
    if (!isThere) return
    const line = scroll.current?.querySelector<HTMLElement>('[data-is-sought]')
    line?.scrollIntoView({ block: 'center' })
    line?.focus({ preventScroll: true })
  }, [isThere])

  return (
    <section className={look.story} aria-label={t('lead.story')}>
      <StoryFilters search={search} onSearch={onSearch} {...(people === undefined ? {} : { people })} />
      {search.until === undefined && fact === undefined ? null : (
        <p className={look.place}>
          {search.until === undefined
            ? t('lead.around')
            : t('lead.untilDay', { day: sayDay(search.until, i18n.language) })}{' '}
          <button
            type="button"
            className={look.top}
            onClick={() => onSearch({ ...search, until: undefined, fact: undefined })}
          >
            {t('lead.toNewest')}
          </button>
        </p>
      )}
      <div className={look.scroll} ref={scroll} data-scroll-restoration-id="story">
        {facts === undefined ? (
          story.isError ? (
            <ErrorNote error={story.error} onRetry={() => void story.refetch()} />
          ) : (
            <Skeleton rows={8} />
          )
        ) : facts.length === 0 ? (
          isNarrowed(search) ? (
            <Empty
              title={t('lead.emptySide')}
              action={<Button onClick={() => onSearch({})}>{t('lead.showAll')}</Button>}
            >
              {t('lead.emptySideText')}
            </Empty>
          ) : (
            <Empty title={t('lead.empty')}>{t('lead.emptyText')}</Empty>
          )
        ) : (
          <>
            <ol>
              <StoryLines facts={facts} seenUntil={before} sought={fact} />
            </ol>
            {story.hasNextPage ? (
              <p ref={more} className={look.end}>
                {t('common.loadingMore')}…
              </p>
            ) : firstSeenAt === undefined ? null : (
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
