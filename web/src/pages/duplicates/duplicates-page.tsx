import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, done, take } from '../../api/client.ts'
import { useIsRole } from '../../api/session.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { Empty } from '../../ui/empty.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { useNumbers } from '../../ui/numbers.ts'
import { Page, PageHeader } from '../../ui/page.tsx'
import { ReasonedButton } from '../../ui/reasoned-button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { sayDone, sayRefused, sayUndo } from '../../ui/toast.ts'
import look from './duplicates.module.css'
import { PairList } from './pair-list.tsx'
import { PairView } from './pair-view.tsx'
import { type Duplicate, duplicatesQuery, type MergeField, type Side } from './queries.ts'

type Verdict = 'different' | 'later' | 'open'

/** Pairs of people who may be one, the most certain first: merge, not the same, later. */
export function DuplicatesPage() {
  const { t } = useTranslation()
  const { count } = useNumbers()
  const client = useQueryClient()
  const mayJudge = useIsRole('admin', 'manager', 'marketer')
  const list = useInfiniteQuery(duplicatesQuery)
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  const open = list.data?.pages[0]?.open ?? 0
  const [at, setAt] = useState(0)
  const chosen = rows[Math.min(at, rows.length - 1)]
  const settled = () => client.invalidateQueries({ queryKey: ['duplicates'] })
  const say = (pair: Duplicate, verdict: Verdict) =>
    done(api.POST('/api/duplicates/judge', { body: { one: pair.low.id, other: pair.high.id, verdict } }))
  const judge = useMutation({
    mutationFn: ({ pair, verdict }: { pair: Duplicate; verdict: Verdict }) => say(pair, verdict),
    onSuccess: (_, { pair, verdict }) =>
      sayUndo(
        t(`duplicates.said.${verdict}`),
        () => void say(pair, 'open').then(settled, (error: unknown) => sayRefused(error)),
      ),
    onError: (error) => sayRefused(error),
    onSettled: settled,
  })
  const merge = useMutation({
    mutationFn: (body: { from: string; into: string; chosen: Partial<Record<MergeField, Side>> }) =>
      take(api.POST('/api/merges', { body })),
    onSuccess: ({ mergeId }) =>
      sayUndo(
        t('duplicates.merged'),
        () =>
          void take(api.POST('/api/merges/{mergeId}/undo', { params: { path: { mergeId } } })).then(
            () => {
              sayDone(t('duplicates.undone'))
              return settled()
            },
            (error: unknown) => sayRefused(error),
          ),
      ),
    onError: (error) => sayRefused(error),
    onSettled: settled,
  })
  const find = useMutation({
    mutationFn: () => take(api.POST('/api/duplicates/find', { body: {} })),
    onSuccess: ({ found }) => sayDone(t('duplicates.found', { count: found })),
    onError: (error) => sayRefused(error),
    onSettled: settled,
  })
  const verdict = (word: Verdict) => chosen !== undefined && judge.mutate({ pair: chosen, verdict: word })
  useKeys(t('duplicates.title'), [
    {
      keys: ['j', 'arrowdown'],
      says: t('duplicates.next'),
      run: () => setAt((now) => Math.min(now + 1, rows.length - 1)),
    },
    { keys: ['k', 'arrowup'], says: t('duplicates.previous'), run: () => setAt((now) => Math.max(now - 1, 0)) },
    { keys: 'n', says: t('duplicates.different'), run: () => void verdict('different'), isOff: !mayJudge },
    { keys: 'l', says: t('duplicates.later'), run: () => void verdict('later'), isOff: !mayJudge },
  ])
  const again = (
    <ReasonedButton
      why={mayJudge ? null : t('duplicates.cannot')}
      loading={find.isPending}
      onClick={() => find.mutate()}
    >
      {t('duplicates.find')}
    </ReasonedButton>
  )
  return (
    <Page>
      <PageHeader
        title={t('duplicates.title')}
        aside={open === 0 ? undefined : t('duplicates.open', { count: open, shown: count(open) })}
        actions={again}
      />
      {list.isError ? (
        <ErrorNote error={list.error} onRetry={() => void list.refetch()} />
      ) : list.data === undefined ? (
        <Skeleton rows={6} />
      ) : chosen === undefined ? (
        <Empty title={t('duplicates.none')}>{t('duplicates.noneText')}</Empty>
      ) : (
        <div className={look.both}>
          <PairList
            rows={rows}
            chosen={chosen}
            onChoose={setAt}
            onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
          />
          <PairView
            key={`${chosen.low.id}${chosen.high.id}`}
            pair={chosen}
            mayJudge={mayJudge}
            isBusy={merge.isPending || judge.isPending}
            onMerge={(body) => merge.mutate(body)}
            onVerdict={(word) => void verdict(word)}
          />
        </div>
      )}
    </Page>
  )
}
