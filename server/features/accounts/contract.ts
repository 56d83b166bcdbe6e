import { z } from 'zod'
import { contract, EVERYONE, MANAGERS } from '../../http/contract.ts'
import { cursor, moment, pageSize, userRef } from '../../http/shapes.ts'

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
    people: z.array(
      z.object({
        personId: z.uuid(),
        name: z.string(),
        email: z.string().nullable(),
        title: z.string().nullable(),
        grade: z.string().nullable(),
        stage: z.string().nullable(),
      }),
    ),
    deals: z.array(
      z.object({
        id: z.string(),
        personId: z.uuid(),
        name: z.string().nullable(),
        status: z.string(),
        amountCents: z.int().nullable(),
        currency: z.string().nullable(),
        closedAt: moment.nullable(),
      }),
    ),
  }),
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
