import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import { readHouseSettings } from '../setup/house-settings.ts'
import * as promises from './contract.ts'
import { getImport, listImports, viewOf } from './cost-imports.ts'
import { readCurrencyRates, saveCurrencyRates } from './currency-rates.ts'
import { enterInvoice, listInvoices, removeInvoice } from './invoices.ts'
import { listCostRows } from './list-cost-rows.ts'
import { previewCosts } from './preview-costs.ts'
import { readCosts } from './read-costs.ts'
import { runCostImport } from './run-cost-import.ts'
import { undoCostImport } from './undo-cost-import.ts'
import { uploadCosts } from './upload-costs.ts'

export const ENDPOINTS: Endpoint[] = [
  endpoint(promises.listCostImports, async ({ ctx }) => ({ imports: (await listImports(ctx)).map(viewOf) })),
  endpoint(promises.uploadCosts, async ({ ctx, caller, request }) => {
    const id = await uploadCosts(ctx, request, caller.id)
    await previewCosts(ctx, await getImport(ctx.db, id), { currency: null, dateFormat: null, channel: null })
    return viewOf(await getImport(ctx.db, id))
  }),
  endpoint(promises.getCostImport, async ({ ctx, params }) => viewOf(await getImport(ctx.db, params.importId))),
  endpoint(promises.previewCosts, async ({ ctx, params, body }) => {
    await previewCosts(ctx, await getImport(ctx.db, params.importId), body)
    return viewOf(await getImport(ctx.db, params.importId))
  }),
  endpoint(promises.runCostImport, async ({ ctx, params, body }) => {
    await runCostImport(ctx, await getImport(ctx.db, params.importId), body)
    return viewOf(await getImport(ctx.db, params.importId))
  }),
  endpoint(promises.undoCostImport, async ({ ctx, params }) => {
    await undoCostImport(ctx, params.importId)
    return viewOf(await getImport(ctx.db, params.importId))
  }),
  endpoint(promises.listCosts, async ({ ctx, query }) => ({
    currency: (await readHouseSettings(ctx.db)).currency,
    costs: await readCosts(ctx.db, {
      from: query.from ?? null,
      to: query.to ?? null,
      by: query.by,
      campaignId: query.campaignId ?? null,
    }),
  })),
  endpoint(promises.listCostRows, ({ ctx, query }) => listCostRows(ctx, query)),
  endpoint(promises.listInvoices, ({ ctx, query }) => listInvoices(ctx, query.campaignId ?? null)),
  endpoint(promises.enterInvoice, ({ ctx, caller, body }) => enterInvoice(ctx, { body, by: caller.id })),
  endpoint(promises.removeInvoice, ({ ctx, params }) => removeInvoice(ctx, params.invoiceId)),
  endpoint(promises.getCurrencyRates, ({ ctx }) => readCurrencyRates(ctx)),
  endpoint(promises.saveCurrencyRates, ({ ctx, caller, body }) => saveCurrencyRates(ctx, body, caller.id)),
]
