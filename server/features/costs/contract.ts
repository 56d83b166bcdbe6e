import { z } from 'zod'
import { ADMINS, contract, EVERYONE, NOT_VIEWERS } from '../../http/contract.ts'
import { cursor, moment, pageSize, userRef } from '../../http/shapes.ts'
import { amount, cents, currency, day, WRITERS } from '../campaigns/shapes.ts'

const kind = z.enum(['spend', 'credit'])

export const costOptions = z
  .object({
    /** Of rows that name none; the company's own when null. */
    currency: currency.nullable().default(null),
    dateFormat: z.enum(['iso', 'day-first', 'month-first']).nullable().default(null),
    channel: z.string().trim().min(1).max(200).nullable().default(null),
  })
  .meta({ id: 'CostOptions' })

const effect = z.object({
  rows: z.int(),
  dropped: z.int(),
  /** Days of a campaign, channel, currency and kind: what is stored. */
  entries: z.int(),
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  /** Before and after, of entries whose amount changes. */
  changes: z.array(
    z.object({ campaign: z.string().nullable(), day, currency: z.string(), before: z.number(), after: z.number() }),
  ),
  sums: z.array(amount),
  from: day.nullable(),
  to: day.nullable(),
  /** Names that lead to no campaign yet, with what they cost. */
  unclaimed: z.array(z.object({ name: z.string(), costs: z.array(amount) })),
  campaigns: z.int(),
})

export const costImportView = z
  .object({
    id: z.uuid(),
    title: z.string(),
    source: z.string().nullable(),
    status: z.enum(['uploaded', 'done', 'undone']),
    options: costOptions,
    /** What it would do, before it ran; what it did, after. */
    effect: effect.nullable(),
    issues: z.array(
      z.object({
        file: z.string(),
        row: z.int(),
        field: z.string().nullable(),
        code: z.string(),
        what: z.string(),
        mend: z.string(),
      }),
    ),
    createdBy: userRef.nullable(),
    createdAt: moment,
    finishedAt: moment.nullable(),
  })
  .meta({ id: 'CostImport' })

const importId = z.object({ importId: z.uuid() })

export const listCostImports = contract({
  id: 'listCostImports',
  method: 'GET',
  url: '/api/cost-imports',
  summary: 'Imports of costs, newest first.',
  roles: NOT_VIEWERS,
  response: z.object({ imports: z.array(costImportView) }),
})

export const uploadCosts = contract({
  id: 'uploadCosts',
  method: 'POST',
  url: '/api/cost-imports',
  summary:
    'Uploads exports of Google Ads, Facebook Ads, LinkedIn or a plain table of costs by day (multipart, CSV or XLSX) and says what they would do. Files of names of campaigns and ads may come along.',
  roles: WRITERS,
  isUpload: true,
  response: costImportView,
  status: 201,
})

export const getCostImport = contract({
  id: 'getCostImport',
  method: 'GET',
  url: '/api/cost-imports/:importId',
  summary: 'One import of costs.',
  roles: NOT_VIEWERS,
  params: importId,
  response: costImportView,
})

export const previewCosts = contract({
  id: 'previewCosts',
  method: 'POST',
  url: '/api/cost-imports/:importId/previews',
  summary: 'What the files would do with these options. Writes no costs.',
  roles: WRITERS,
  params: importId,
  body: costOptions,
  response: costImportView,
})

export const runCostImport = contract({
  id: 'runCostImport',
  method: 'POST',
  url: '/api/cost-imports/:importId/runs',
  summary:
    'Stores the costs, all or none. The same files again change nothing; a day that costs otherwise now is put right.',
  roles: WRITERS,
  params: importId,
  body: costOptions,
  response: costImportView,
})

export const undoCostImport = contract({
  id: 'undoCostImport',
  method: 'POST',
  url: '/api/cost-imports/:importId/undo',
  summary: 'Takes back the costs an import brought, and puts back what it had put right.',
  roles: WRITERS,
  params: importId,
  response: costImportView,
})

export const listCosts = contract({
  id: 'listCosts',
  method: 'GET',
  url: '/api/costs',
  summary: 'Costs summed by campaign, channel or day, one row a currency.',
  roles: EVERYONE,
  query: z.object({
    from: day.optional(),
    /** The day after the last. */
    to: day.optional(),
    by: z.enum(['campaign', 'channel', 'day', 'campaign-day', 'channel-day']).default('channel'),
    campaignId: z.uuid().optional(),
  }),
  response: z.object({
    /** The company's own, that converted amounts are in. */
    currency: z.string(),
    costs: z.array(
      z.object({
        campaignId: z.uuid().nullable(),
        channel: z.string().nullable(),
        day: day.nullable(),
        currency: z.string(),
        costCents: z.number(),
        convertedCents: z.number().nullable(),
        impressions: z.number().nullable(),
        clicks: z.number().nullable(),
      }),
    ),
  }),
})

export const listCostRows = contract({
  id: 'listCostRows',
  method: 'GET',
  url: '/api/cost-rows',
  summary: 'The costs behind a sum, newest day first, by keyset.',
  roles: EVERYONE,
  query: z.object({
    campaignId: z.uuid().optional(),
    from: day.optional(),
    to: day.optional(),
    after: cursor.optional(),
    limit: pageSize,
  }),
  response: z.object({
    rows: z.array(
      z.object({
        id: z.uuid(),
        campaignId: z.uuid().nullable(),
        campaignName: z.string().nullable(),
        channel: z.string().nullable(),
        day,
        kind,
        costCents: z.number(),
        currency: z.string(),
        source: z.string(),
        impressions: z.number().nullable(),
        clicks: z.number().nullable(),
        importId: z.uuid().nullable(),
        invoiceId: z.uuid().nullable(),
      }),
    ),
    next: cursor.nullable(),
  }),
})

export const listInvoices = contract({
  id: 'listInvoices',
  method: 'GET',
  url: '/api/invoices',
  summary: 'Invoices entered by hand.',
  roles: EVERYONE,
  query: z.object({ campaignId: z.uuid().optional() }),
  response: z.object({
    invoices: z.array(
      z.object({
        id: z.uuid(),
        campaignId: z.uuid().nullable(),
        campaign: z.string().nullable(),
        channel: z.string().nullable(),
        label: z.string(),
        kind,
        amountCents: z.number(),
        currency: z.string(),
        from: day,
        to: day,
        createdBy: userRef.nullable(),
        createdAt: moment,
      }),
    ),
  }),
})

export const enterInvoice = contract({
  id: 'enterInvoice',
  method: 'POST',
  url: '/api/invoices',
  summary: 'Enters one amount that is spread over its days in whole cents that sum to it.',
  roles: WRITERS,
  body: z.object({
    campaignId: z.uuid().nullable().default(null),
    channel: z.string().trim().min(1).max(200).nullable().default(null),
    label: z.string().trim().min(1).max(200),
    kind: kind.default('spend'),
    amountCents: cents.min(1).max(100_000_000_000_00),
    currency,
    /** First and last day the amount was spent for. */
    from: day,
    to: day,
  }),
  response: z.object({ id: z.uuid(), days: z.int() }),
  status: 201,
})

export const removeInvoice = contract({
  id: 'removeInvoice',
  method: 'DELETE',
  url: '/api/invoices/:invoiceId',
  summary: 'Takes an invoice back with its days.',
  roles: WRITERS,
  params: z.object({ invoiceId: z.uuid() }),
  response: null,
  status: 204,
})

const rate = z.object({
  currency,
  /** From this day until the next that is stated. */
  day,
  /** Units of the company's currency for one of this, as a decimal number. */
  rate: z.string().regex(/^\d{1,9}(\.\d{1,10})?$/, 'write a number such as 0.92'),
})

export const getCurrencyRates = contract({
  id: 'getCurrencyRates',
  method: 'GET',
  url: '/api/currency-rates',
  summary: 'The rates by which costs in other currencies are shown in the company’s own.',
  roles: EVERYONE,
  response: z.object({
    currency: z.string(),
    rates: z.array(rate),
    /** Currencies of costs on days before their first rate, or without any. */
    missing: z.array(z.object({ currency: z.string(), from: day })),
  }),
})

export const saveCurrencyRates = contract({
  id: 'saveCurrencyRates',
  method: 'PUT',
  url: '/api/currency-rates',
  summary: 'Replaces the table of rates.',
  roles: ADMINS,
  body: z.object({ rates: z.array(rate).max(5000) }),
  response: null,
  status: 204,
})
