import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ErrorNote } from './error-note.tsx'
import { Skeleton } from './skeleton.tsx'

type Props<T> = { query: UseQueryResult<T>; children: (data: T) => ReactNode; skeleton?: ReactNode }

/** The states of a query: skeleton, error with retry, forbidden, data. Old data stays while new is asked for. */
export function Loaded<T>({ query, children, skeleton = <Skeleton /> }: Props<T>) {
  if (query.data !== undefined) return children(query.data)
  if (query.isError) return <ErrorNote error={query.error} onRetry={() => void query.refetch()} />
  return skeleton
}
