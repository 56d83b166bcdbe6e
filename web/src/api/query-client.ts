import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { ProblemError } from './problem-error.ts'

let onSignedOut: () => void = () => {}

/** Tells what to do when the server says that nobody is signed in. The router sets it. */
export function whenSignedOut(go: () => void): void {
  onSignedOut = go
}

function heed(error: Error): void {
  if (error instanceof ProblemError && error.code === 'not-signed-in') onSignedOut()
}

function isWorthRetrying(count: number, error: Error): boolean {
  return count < 2 && error instanceof ProblemError && (error.code === 'offline' || error.status === 503)
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: heed }),
  mutationCache: new MutationCache({ onError: heed }),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      gcTime: 10 * 60_000,
      retry: isWorthRetrying,
      retryDelay: (n) => 600 * 2 ** n,
      refetchOnWindowFocus: true,
      // Without a network the answers kept before are given, and asked anew when it is back.
      networkMode: 'always',
      refetchOnReconnect: true,
    },
    mutations: { retry: isWorthRetrying, retryDelay: (n) => 600 * 2 ** n, networkMode: 'always' },
  },
})
