import { useMediaQuery } from '@mantine/hooks'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Suspense, useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useActs } from '../../acts/use-acts.tsx'
import { leadQuery, storyQuery } from '../../api/lead-query.ts'
import { queueQuery } from '../../api/queue-query.ts'
import { useSession } from '../../api/session.ts'
import type { Queue } from '../../api/types.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { paths } from '../../paths.ts'
import { lazyForms } from '../../theme/with-forms.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Page, PageHeader } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { SavedViews } from '../../views/saved-views.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { EmptyQueue } from './empty-queue.tsx'
import { LeadDetail } from './lead-detail.tsx'
import { OwnerFilter } from './owner-filter.tsx'
import { QueueList } from './queue-list.tsx'
import look from './today-page.module.css'
import { useReadyOffline } from './use-ready-offline.ts'
import { useStrips } from './use-strips.tsx'
import { ViewSwitch } from './view-switch.tsx'

const route = getRouteApi('/framed/')
const TeamView = lazyForms(() => import('./team-view.tsx').then((module) => module.TeamView))

/** Today: the leads to work; for managers also what runs out next in the team. */
export function TodayPage() {
  const { user } = useSession()
  const isManager = user.role === 'admin' || user.role === 'manager'
  const { view } = route.useSearch()
  if (!isManager || view !== 'team') return <MyDesk isManager={isManager} />
  return (
    <Suspense fallback={<Skeleton rows={10} />}>
      <TeamView />
    </Suspense>
  )
}

/** The leads to work, those that run out first on top, one beside the list. */
function MyDesk({ isManager }: { isManager: boolean }) {
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const owner = isManager ? (search.owner ?? 'all') : 'me'
  const query = useQuery(queueQuery(owner))
  const queue = query.data
  const { areKnown, strips } = useStrips()
  const client = useQueryClient()
  const first = search.lead ?? queue?.leads[0]?.personId
  // The lead at hand is asked for as soon as it is known, not when the desk is painted.
  useEffect(() => {
    if (first === undefined) return
    void client.prefetchQuery(leadQuery(first))
    void client.prefetchInfiniteQuery(storyQuery(first, undefined, 20))
  }, [client, first])
  useReadyOffline()
  const changeOwner = (next: string) => void navigate({ search: { owner: next } })
  return (
    <Page isFull>
      <PageHeader
        title={t('today.title')}
        aside={queue === undefined ? undefined : <Summary queue={queue} />}
        actions={
          isManager ? (
            <>
              <ViewSwitch view="leads" onChange={() => void navigate({ search: { view: 'team' } })} />
              <OwnerFilter owner={owner} onChange={changeOwner} />
              <SavedViews page="today" />
            </>
          ) : undefined
        }
      />
      {search.lead === undefined ? strips : null}
      {queue !== undefined && areKnown ? (
        queue.leads.length > 0 ? (
          <Desk queue={queue} showsOwner={owner === 'all'} />
        ) : (
          <EmptyQueue owner={owner} isManager={isManager} onEveryone={() => changeOwner('all')} />
        )
      ) : query.isError ? (
        <ErrorNote error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Skeleton rows={10} />
      )}
    </Page>
  )
}

function Summary({ queue }: { queue: Queue }) {
  const { t } = useTranslation()
  const count = queue.runningOutWithinHour
  return (
    <>
      {queue.late > 0 ? (
        <>
          <span className={look.late}>{t('today.late', { count: queue.late })}</span>
          <span className={count > 0 ? undefined : look.calm}> · </span>
        </>
      ) : null}
      {count > 0 ? (
        <span className={look.soon}>{t('today.runningOut', { count })}</span>
      ) : (
        <span className={look.calm}>{t('today.calm')}</span>
      )}
      <span className={look.total}>
        {' · '}
        {queue.isWhole
          ? t('today.total', { count: queue.total })
          : t('today.first', { count: queue.leads.length, total: queue.total })}
      </span>
    </>
  )
}

function Desk({ queue, showsOwner }: { queue: Queue; showsOwner: boolean }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const go = useNavigate()
  const isPhone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false }) ?? false
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const { leads } = queue
  // Keys come faster than addresses change, and an act must never meet the wrong lead: beside the list the choice is kept
  // here and the address follows it; on a phone the address decides, so that Back goes back to the list.
  const [picked, setPicked] = useState(search.lead ?? leads[0]?.personId)
  const wanted = isPhone ? search.lead : picked
  const selected = leads.find((lead) => lead.personId === wanted) ?? (isPhone ? undefined : leads[0])
  const marks = leads.filter((lead) => marked.has(lead.personId))
  const detail = useQuery({ ...leadQuery(selected?.personId ?? ''), enabled: selected !== undefined }).data

  const select = useCallback(
    (personId: string | undefined, isStep = true) => {
      setPicked(personId)
      void navigate({ search: (before) => ({ ...before, lead: personId }), replace: isStep, resetScroll: false })
    },
    [navigate],
  )
  const open = useCallback((personId: string) => select(personId, !isPhone), [select, isPhone])
  const mark = useCallback((personId: string) => {
    setMarked((before) => {
      const next = new Set(before)
      if (!next.delete(personId)) next.add(personId)
      return next
    })
  }, [])
  const step = (by: number) => {
    const from = leads.findIndex((lead) => lead.personId === selected?.personId)
    const next = leads[Math.max(0, Math.min(leads.length - 1, from + by))]
    if (next === undefined) return
    select(next.personId)
    document.getElementById(`lead-${next.personId}`)?.scrollIntoView({ block: 'nearest' })
    const after = leads[from + by * 2]
    if (after !== undefined) {
      void client.prefetchQuery(leadQuery(after.personId))
      void client.prefetchInfiniteQuery(storyQuery(after.personId, undefined, 20))
    }
  }
  const leave = (personIds: string[]) => {
    const from = leads.findIndex((lead) => lead.personId === selected?.personId)
    const stay = (lead: { personId: string }) => !personIds.includes(lead.personId)
    const next = leads.slice(Math.max(0, from)).find(stay) ?? leads.slice(0, Math.max(0, from)).findLast(stay)
    select(isPhone ? undefined : next?.personId)
    setMarked(new Set())
  }
  const acts = useActs({
    leads: marks.length > 0 ? marks : selected === undefined ? [] : [selected],
    detail: marks.length > 1 ? undefined : detail,
    onLeave: leave,
  })
  useKeys(t('today.title'), [
    { keys: ['j', 'arrowdown'], says: t('today.next'), run: () => step(1) },
    { keys: ['k', 'arrowup'], says: t('today.previous'), run: () => step(-1) },
    { keys: 'x', says: t('today.mark'), run: () => selected !== undefined && mark(selected.personId) },
    {
      keys: ['enter', 'o'],
      says: t('today.open'),
      run: () => selected !== undefined && void go({ to: paths.lead, params: { personId: selected.personId } }),
      isOff: selected === undefined,
    },
    { keys: 'escape', says: t('today.clear'), run: () => setMarked(new Set()), isOff: marks.length === 0 },
    { keys: 'escape', run: () => select(undefined), isOff: !isPhone || selected === undefined },
  ])
  const showsList = !isPhone || selected === undefined
  return (
    <div className={look.desk}>
      {showsList ? (
        <div className={look.list}>
          <QueueList
            leads={leads}
            selected={selected?.personId}
            marked={marked}
            showsOwner={showsOwner}
            onSelect={open}
            onMark={mark}
          />
          {marks.length === 0 ? null : (
            <BulkBar count={marks.length} acts={acts} onClear={() => setMarked(new Set())} />
          )}
          {selected === undefined ? acts.dialog : null}
        </div>
      ) : null}
      {selected === undefined ? null : <LeadDetail lead={selected} acts={acts} onBack={() => select(undefined)} />}
    </div>
  )
}
