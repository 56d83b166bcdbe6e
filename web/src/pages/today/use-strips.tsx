import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { useIsRole, useSession } from '../../api/session.ts'
import { withWords } from '../../i18n/i18n.ts'
import { serverNow } from '../../ui/clock.ts'
import { plansQuery, sessionsQuery, unknownQuery } from '../calls/queries.ts'
import { proposedQuery } from '../meetings/book-queries.ts'
import { dueMeetingsQuery, nextMeetingQuery } from '../meetings/queries.ts'
import { dueDealsQuery } from './due-deals-query.ts'

const loadCalls = withWords(['calls'], () => import('../../calls/calls-today.tsx'))
const loadMeetings = withWords(['meetings'], () => import('../meetings/meetings-today.tsx'))
const loadDeals = withWords(['deals'], () => import('./deals-today.tsx'))

/** The queue waits this long for what stands above it, so that it is not pushed down under the reader's eyes. */
const PATIENCE_MS = 3_000

/** What stands above the queue: calls, meetings and deals that wait for a word. Their code comes only when there are some. */
export function useStrips(): { areKnown: boolean; strips: ReactNode } {
  const { user } = useSession()
  const maySell = useIsRole('admin', 'manager', 'seller')
  const plans = useQuery(plansQuery('due'))
  const sessions = useQuery(sessionsQuery)
  const unknown = useQuery({ ...unknownQuery, enabled: maySell })
  const due = useQuery(dueMeetingsQuery('me'))
  const proposed = useQuery(proposedQuery('me'))
  const [nextOf] = useState(() => nextMeetingQuery(serverNow()))
  const next = useQuery(nextOf)
  const deals = useQuery(dueDealsQuery(user.id))
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [])
  const hasCalls =
    (plans.data?.total ?? 0) + (unknown.data?.calls.length ?? 0) > 0 ||
    sessions.data?.sessions.some((one) => one.closedAt === null && one.waiting > one.later) === true
  const hasMeetings = [due, proposed, next].some(({ data }) => (data?.meetings.length ?? 0) > 0)
  const hasDeals = (deals.data?.deals.length ?? 0) > 0
  const calls = useCode('calls', hasCalls, loadCalls)?.CallsToday
  const meetings = useCode('meetings', hasMeetings, loadMeetings)?.MeetingsToday
  const ofDeals = useCode('deals', hasDeals, loadDeals)?.DealsToday
  const shown = [
    { has: hasCalls, Strip: calls },
    { has: hasMeetings, Strip: meetings },
    { has: hasDeals, Strip: ofDeals },
  ]
  const areAsked = ![plans, sessions, unknown, due, proposed, next, deals].some((query) => query.isLoading)
  const areKnown = isLate || (areAsked && shown.every(({ has, Strip }) => !has || Strip !== undefined))
  return {
    areKnown,
    strips: !areKnown
      ? null
      : shown.map(({ Strip }, place) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: the three never change places
          Strip === undefined ? null : <Strip key={place} />,
        ),
  }
}

/** A part of the page whose code is fetched once it has something to show. */
function useCode<T>(name: string, isWanted: boolean, load: () => Promise<T>): T | undefined {
  return useQuery({
    queryKey: ['code', name],
    queryFn: load,
    enabled: isWanted,
    staleTime: Number.POSITIVE_INFINITY,
    networkMode: 'always',
  }).data
}
