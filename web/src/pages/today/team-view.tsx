import { Button, NativeSelect } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRecord } from '../../acts/use-record.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { paths } from '../../paths.ts'
import { Empty } from '../../ui/empty.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { useNumbers } from '../../ui/numbers.ts'
import { Page, PageHeader } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { SavedViews } from '../../views/saved-views.tsx'
import { AnswerDialog } from './answer-dialog.tsx'
import { GiveDialog } from './give-dialog.tsx'
import { TEAM_OF, type TodaySearch } from './search.ts'
import { ClockList } from './team-clocks.tsx'
import { TeamLoad } from './team-load.tsx'
import { type ClockRow, clocksQuery, loadQuery, teamsQuery } from './team-queries.ts'
import look from './team-view.module.css'
import { ViewSwitch } from './view-switch.tsx'

const route = getRouteApi('/framed/')

/** What runs out next in the team, who has how much, and leads given from one to another. For managers. */
export function TeamView() {
  const { t, i18n } = useTranslation()
  const { count } = useNumbers()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const isPhone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false }) ?? false
  const { undoLast } = useRecord()
  const [marked, setMarked] = useState<ReadonlyMap<string, string>>(new Map())
  const [giving, setGiving] = useState<ReadonlyMap<string, string> | null>(null)
  const [answering, setAnswering] = useState<ClockRow | null>(null)
  const clocks = useInfiniteQuery(clocksQuery(search))
  const load = useQuery(loadQuery(search.team, i18n.language))
  const rows = clocks.data?.pages.flatMap((page) => page.clocks) ?? []
  const change = (next: Partial<TodaySearch>) => {
    setMarked(new Map())
    void navigate({ search: (before) => ({ ...before, ...next, lead: undefined }), replace: true })
  }
  const mark = (row: ClockRow) =>
    setMarked((before) => {
      const next = new Map(before)
      if (!next.delete(row.personId)) next.set(row.personId, row.name)
      return next
    })
  useKeys(t('today.team.title'), [
    { keys: 'escape', says: t('today.clear'), run: () => setMarked(new Map()), isOff: marked.size === 0 },
    { keys: 's', says: t('today.team.give'), run: () => setGiving(marked), isOff: marked.size === 0 },
    { keys: 'u', says: t('acts.undo'), run: undoLast },
  ])
  const late = load.data?.people.reduce((sum, one) => sum + one.late, 0) ?? 0
  const soon = load.data?.people.reduce((sum, one) => sum + one.withinHour, 0) ?? 0
  return (
    <Page isFull>
      <PageHeader
        title={t('today.title')}
        aside={
          load.data === undefined ? undefined : (
            <>
              {late > 0 ? <span className={look.late}>{t('today.team.late', { count: late })} · </span> : null}
              {t('today.team.soon', { count: soon })}
              {load.data.nobodys > 0 ? (
                <>
                  {' · '}
                  <Link to={paths.today} search={{ owner: 'nobody' }}>
                    {t('today.team.nobodys', { count: load.data.nobodys })}
                  </Link>
                </>
              ) : null}
            </>
          )
        }
        actions={
          <>
            <ViewSwitch view="team" onChange={() => void navigate({ search: { owner: 'all' } })} />
            <SavedViews page="today" />
          </>
        }
      />
      <Filters search={search} asked={load.data?.asked ?? 0} clauses={load.data?.clauses ?? []} onChange={change} />
      <div className={look.sides}>
        <section className={look.clocks} aria-label={t('today.team.title')}>
          {clocks.isError ? (
            <ErrorNote error={clocks.error} onRetry={() => void clocks.refetch()} />
          ) : clocks.data === undefined ? (
            <Skeleton rows={10} />
          ) : rows.length === 0 ? (
            <Empty title={t(`today.team.empty.${search.of ?? 'all'}`)}>{t('today.team.empty.text')}</Empty>
          ) : (
            <ClockList
              rows={rows}
              marked={marked}
              isPhone={isPhone}
              hasMore={clocks.hasNextPage}
              isLoadingMore={clocks.isFetchingNextPage}
              onMore={() => void clocks.fetchNextPage()}
              onMark={mark}
              onAnswer={setAnswering}
            />
          )}
          {marked.size === 0 ? null : (
            <div className={look.bulk}>
              <span>{t('today.marked', { count: marked.size })}</span>
              <Button variant="subtle" size="compact-sm" onClick={() => setMarked(new Map())}>
                {t('today.clear')}
              </Button>
              <Button variant="filled" size="compact-md" onClick={() => setGiving(marked)}>
                {t('today.team.giveMany', { count: marked.size })}
              </Button>
            </div>
          )}
        </section>
        <section className={look.load} aria-label={t('today.team.load')}>
          <h2 className={look.loadTitle}>
            {t('today.team.load')}
            {load.data === undefined ? null : <span className="quiet small"> {count(load.data.people.length)}</span>}
          </h2>
          {load.isError ? <ErrorNote error={load.error} onRetry={() => void load.refetch()} isInline /> : null}
          {load.data === undefined ? null : (
            <TeamLoad
              people={load.data.people}
              chosen={search.owner}
              onChoose={(owner) => change({ owner: owner === search.owner ? undefined : owner })}
            />
          )}
        </section>
      </div>
      {giving === null ? null : (
        <GiveDialog
          leads={giving}
          people={load.data?.people ?? []}
          onClose={() => setGiving(null)}
          onGiven={() => {
            setGiving(null)
            setMarked(new Map())
          }}
        />
      )}
      {answering === null ? null : (
        <AnswerDialog
          row={answering}
          onClose={() => setAnswering(null)}
          onGive={() => {
            setGiving(new Map([[answering.personId, answering.name]]))
            setAnswering(null)
          }}
        />
      )}
    </Page>
  )
}

type FiltersProps = {
  search: TodaySearch
  asked: number
  clauses: { clause: string; clock: string; sentence: string }[]
  onChange: (next: Partial<TodaySearch>) => void
}

function Filters({ search, asked, clauses, onChange }: FiltersProps) {
  const { t } = useTranslation()
  const teams = useQuery(teamsQuery).data?.teams.filter((team) => team.side === 'sales') ?? []
  const of = search.of ?? 'all'
  return (
    <div className={look.filters}>
      <div className={look.chips} role="toolbar" aria-label={t('today.team.filter')}>
        {TEAM_OF.map((one) => (
          <button
            key={one}
            type="button"
            className={look.chip}
            aria-pressed={of === one}
            onClick={() => onChange({ of: one === 'all' ? undefined : one })}
          >
            {t(`today.team.of.${one}`)}
            {one === 'asked' && asked > 0 ? <b className={look.count}>{asked}</b> : null}
          </button>
        ))}
      </div>
      <NativeSelect
        size="xs"
        aria-label={t('today.team.clause')}
        value={search.clause ?? ''}
        onChange={(event) => onChange({ clause: event.currentTarget.value || undefined })}
        data={[
          { value: '', label: t('today.team.anyClause') },
          ...clauses.map(({ clause, sentence }) => ({ value: clause, label: `§${clause} ${sentence}` })),
        ]}
        className={look.select ?? ''}
      />
      {teams.length < 2 ? null : (
        <NativeSelect
          size="xs"
          aria-label={t('today.team.team')}
          value={search.team ?? ''}
          onChange={(event) => onChange({ team: event.currentTarget.value || undefined, owner: undefined })}
          data={[
            { value: '', label: t('today.team.anyTeam') },
            ...teams.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          className={look.select ?? ''}
        />
      )}
    </div>
  )
}
