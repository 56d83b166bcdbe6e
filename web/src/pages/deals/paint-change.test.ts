import { QueryClient } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import { paintChanges, shownOf } from './paint-change.ts'

it('takes from a change what is shown, and leaves the rest', () => {
  expect(shownOf({ deal: 'd', nextStep: 'Call', amountCents: 5, closer: 'x' })).toEqual({
    nextStep: 'Call',
    amountCents: 5,
  })
  expect(shownOf({ deal: 'd', closeDate: null, nextStep: '' })).toEqual({ closeDate: null, nextStep: null })
})

it('shows a change on the list and on the deal at once, of that deal only', () => {
  const client = new QueryClient()
  const [mine, other] = [
    { personId: 'p', id: 'd', nextStep: null },
    { personId: 'q', id: 'd', nextStep: 'Wait' },
  ]
  client.setQueryData(['deals', 'rows', {}, 'newest', ''], {
    pages: [{ deals: [mine, other], next: null }],
    pageParams: [''],
  })
  client.setQueryData(['deals', 'one', 'p', 'd'], mine)
  paintChanges(client, [{ personId: 'p', kind: 'deal.changed', data: { deal: 'd', nextStep: 'Call' } }])
  expect(client.getQueryData(['deals', 'one', 'p', 'd'])).toEqual({ ...mine, nextStep: 'Call' })
  expect(client.getQueryData(['deals', 'rows', {}, 'newest', ''])).toMatchObject({
    pages: [{ deals: [{ nextStep: 'Call' }, { nextStep: 'Wait' }] }],
  })
})
