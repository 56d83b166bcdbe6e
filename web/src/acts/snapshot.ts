import type { QueryClient, QueryKey } from '@tanstack/react-query'
import type { Queue } from '../api/types.ts'

/** What was on screen before an act was painted. */
export type Snapshot = [QueryKey, unknown][]

export function snapshotOf(client: QueryClient, personIds: readonly string[]): Snapshot {
  return [
    ...client.getQueriesData({ queryKey: ['queue'] }),
    ...personIds.map((id): [QueryKey, unknown] => [['lead', id], client.getQueryData(['lead', id])]),
  ]
}

function leadsIn(data: unknown): Queue['leads'] {
  if (typeof data !== 'object' || data === null || !('leads' in data) || !Array.isArray(data.leads)) return []
  return data.leads
}

/** Puts these people back as they were, and leaves alone what was painted of others since. */
export function unpaint(client: QueryClient, before: Snapshot, personIds: readonly string[]): void {
  for (const [key, data] of before) {
    if (key[0] === 'lead') {
      client.setQueryData(key, data)
      continue
    }
    const old = leadsIn(data).filter((lead) => personIds.includes(lead.personId))
    if (old.length === 0) continue
    client.setQueryData<Queue>(key, (now) => {
      if (now === undefined) return undefined
      const others = now.leads.filter((lead) => !personIds.includes(lead.personId))
      const leads = [...others, ...old].sort(byPlace(leadsIn(data).map((lead) => lead.personId)))
      return { ...now, leads, total: now.total + leads.length - now.leads.length }
    })
  }
}

function byPlace(order: readonly string[]) {
  return (a: { personId: string }, b: { personId: string }) => order.indexOf(a.personId) - order.indexOf(b.personId)
}
