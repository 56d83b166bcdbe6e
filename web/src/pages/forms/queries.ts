import { queryOptions } from '@tanstack/react-query'
import { api, take } from '../../api/client.ts'
import type { Answered } from '../../api/types.ts'

export type HostedForm = Answered<'listForms'>['forms'][number]
export type FormBody = Omit<HostedForm, 'slug' | 'address' | 'sent' | 'createdAt'>
export type FormField = FormBody['fields'][number]
export type FormConsent = FormBody['consents'][number]

export const FIELD_NAMES = [
  'name',
  'email',
  'phone',
  'company',
  'role',
  'employees',
  'country',
  'message',
  'wantsCall',
  'heardFrom',
] as const satisfies readonly FormField['name'][]

export const formsQuery = queryOptions({
  queryKey: ['forms'],
  queryFn: ({ signal }) => take(api.GET('/api/forms', { signal })),
})
