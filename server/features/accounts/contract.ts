import { z } from 'zod'
import { contract, EVERYONE, MANAGERS } from '../../http/contract.ts'
import { cursor, moment, pageSize, userRef } from '../../http/shapes.ts'
import { factView, storyQuery } from '../leads/contract.ts'
import { groupDeal, groupMember, missingRole } from './group-shapes.ts'

export const listAccounts = contract({
  id: 'listAccounts',
  method: 'GET',
  url: '/api/accounts',
  summary: 'Companies by name, by keyset.',
  roles: EVERYONE,
  query: z.object({ after: cursor.optional(), limit: pageSize }),
  response: z.object({
    accounts: z.array(
      z.object({
        accountId: z.uuid(),
        name: z.string(),
        domain: z.string().nullable(),
        country: z.string().nullable(),
        employees: z.int().nullable(),
        people: z.int(),
        owner: userRef.nullable(),
      }),
    ),
    next: cursor.nullable(),
  }),
})

export const getAccount = contract({
  id: 'getAccount',
  method: 'GET',
  url: '/api/accounts/:accountId',
  summary: 'One company with its people and deals.',
  roles: EVERYONE,
  params: z.object({ accountId: z.uuid() }),
  response: z.object({
    accountId: z.uuid(),
    name: z.string(),
    domain: z.string().nullable(),
    externalId: z.string().nullable(),
    industry: z.string().nullable(),
    employees: z.int().nullable(),
    country: z.string().nullable(),
    region: z.string().nullable(),
    city: z.string().nullable(),
    segment: z.string().nullable(),
    /** Who looks after the company: their leads go to them first, where the agreement says so. */
    owner: userRef.nullable(),
    createdAt: moment,
    people: z.array(groupMember),
    /** Roles that most companies which bought had somebody for. */
    missing: z.array(missingRole),
    deals: z.array(groupDeal),
  }),
})

export const getAccountStory = contract({
  id: 'getAccountStory',
  method: 'GET',
  url: '/api/accounts/:accountId/story',
  summary: 'The stories of everybody of a company as one, newest first.',
  roles: EVERYONE,
  params: z.object({ accountId: z.uuid() }),
  query: storyQuery.extend({ person: z.uuid().optional() }),
  response: z.object({ facts: z.array(factView), next: cursor.nullable() }),
})

export const lookAtAccount = contract({
  id: 'lookAtAccount',
  method: 'PUT',
  url: '/api/accounts/:accountId/look',
  summary: 'Says that the caller looks at this company now, and tells when they looked before.',
  roles: EVERYONE,
  params: z.object({ accountId: z.uuid() }),
  response: z.object({ before: moment.nullable() }),
})

export const changeAccount = contract({
  id: 'changeAccount',
  method: 'PATCH',
  url: '/api/accounts/:accountId',
  summary: 'Says who owns a company, or with null that nobody does. Leads that have an owner already keep theirs.',
  roles: MANAGERS,
  params: z.object({ accountId: z.uuid() }),
  body: z.object({ ownerId: z.uuid().nullable() }),
  response: z.object({ owner: userRef.nullable() }),
})
