import { queryOptions } from '@tanstack/react-query'
import { api, take } from '../../api/client.ts'
import type { Answered } from '../../api/types.ts'

export type House = Answered<'getMessageHouse'>
export type Message = House['messages'][number]
export type Pillar = House['pillars'][number]

export const STAGES = ['inquiry', 'qualified', 'accepted', 'contacted', 'opportunity', 'won'] as const
export type MessageStage = (typeof STAGES)[number]

export const houseQuery = queryOptions({
  queryKey: ['messages'],
  queryFn: ({ signal }) => take(api.GET('/api/messages', { signal })),
})
