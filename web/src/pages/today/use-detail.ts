import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { leadQuery } from '../../api/lead-query.ts'
import { messagesForQuery, needsQuery } from '../../api/needs-query.ts'
import type { Lead } from '../../api/types.ts'
import { warningsQuery } from '../../story/warnings.tsx'
import { consentsQuery } from '../privacy/queries.ts'

/** What is slower than that is not waited for. */
const PATIENCE_MS = 1_500

/**
 * The lead at hand in full. `stands`: what the parts of its page show has come, so that they can be painted together and
 * none pushes another down under the reader's eyes.
 */
export function useDetail(personId: string): { detail: UseQueryResult<Lead>; stands: boolean } {
  const detail = useQuery(leadQuery(personId))
  const others = [
    useQuery(messagesForQuery(personId)),
    useQuery(needsQuery(personId)),
    useQuery(warningsQuery(personId)),
    useQuery(consentsQuery(personId)),
  ]
  const [lateFor, setLateFor] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setLateFor(personId), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [personId])
  return { detail, stands: lateFor === personId || ![detail, ...others].some(({ isLoading }) => isLoading) }
}
