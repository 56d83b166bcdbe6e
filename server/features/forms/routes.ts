import { tryLimit } from '../../auth/try-limit.ts'
import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import { showForm, takeForm } from './answer-page.ts'
import * as promises from './contract.ts'
import { listForms } from './queries.ts'
import { removeForm } from './remove-form.ts'
import { saveForm } from './save-form.ts'

const sendings = tryLimit({ max: 10, windowMs: 60_000 })

export const ENDPOINTS: Endpoint[] = [
  endpoint(promises.listForms, async ({ ctx }) => ({
    forms: (await listForms(ctx.db)).map((form) => ({ ...form, address: `${ctx.publicUrl}/f/${form.slug}` })),
  })),
  endpoint(promises.saveForm, async ({ ctx, caller, params, body }) => saveForm(ctx, caller, { ...body, ...params })),
  endpoint(promises.removeForm, async ({ ctx, params }) => removeForm(ctx, params)),
  endpoint(promises.showForm, async ({ ctx, params, request, reply }) =>
    showForm({ ctx, request, reply, slug: params.slug }),
  ),
  endpoint(promises.sendForm, async ({ ctx, params, request, reply }) =>
    takeForm({ ctx, request, reply, slug: params.slug }, sendings.take(request.ip, Date.now())),
  ),
]
