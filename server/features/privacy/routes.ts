import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import { followed } from '../people/follow-redirect.ts'
import { consentsOf, warningsOf } from './consents.ts'
import * as promises from './contract.ts'
import { erasePerson, readKnown } from './erase-person.ts'
import { exportPage } from './export-page.ts'
import { exportPerson } from './export-person.ts'
import { listLog } from './list-log.ts'
import { previewErasure } from './preview-erasure.ts'
import { listPurposes, savePurpose } from './purposes.ts'
import { listRules, previewRule, saveRule } from './retention.ts'
import { showUnsubscribe, takeUnsubscribe } from './unsubscribe-page.ts'

export const ENDPOINTS: Endpoint[] = [
  endpoint(promises.listPurposes, async ({ ctx }) => ({ purposes: await listPurposes(ctx.db) })),
  endpoint(promises.savePurpose, ({ ctx, caller, params, body }) =>
    savePurpose(ctx, caller.id, { ...body, ...params }),
  ),
  endpoint(promises.getConsents, ({ ctx, params }) =>
    followed(ctx.db, params.personId, async (personId) => {
      const known = await readKnown(ctx.db, personId)
      if (known === null) throw new Problem('not-found', 'There is no such person.')
      return { consents: await consentsOf(ctx.db, personId), isErased: known.person.erased_at !== null }
    }),
  ),
  endpoint(promises.listContactWarnings, async ({ ctx, body }) => ({
    warnings: await warningsOf(ctx.db, body.people),
  })),
  endpoint(promises.exportPerson, ({ ctx, caller, params, query, reply }) =>
    followed(ctx.db, params.personId, async (personId) => {
      const held = await exportPerson(ctx, personId, caller.id)
      const isPage = query.as === 'html'
      reply
        .type(isPage ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8')
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="person-${personId.slice(0, 8)}.${query.as}"`)
      return isPage ? exportPage(held).markup : JSON.stringify(held, undefined, 2)
    }),
  ),
  endpoint(promises.previewErasure, ({ ctx, params }) =>
    followed(ctx.db, params.personId, (personId) => previewErasure(ctx, personId)),
  ),
  endpoint(promises.erasePerson, ({ ctx, caller, params, body }) =>
    followed(ctx.db, params.personId, async (personId) => {
      const { confirm } = await previewErasure(ctx, personId)
      if (body.confirm.trim().toLowerCase() !== confirm.toLowerCase())
        throw new Problem('refused', 'What was typed is not the person’s address.', {
          mend: `Type ${confirm} to erase them.`,
          errors: [{ where: 'confirm', what: 'does not match' }],
        })
      return erasePerson(ctx, { personId, reason: body.reason, by: caller.id })
    }),
  ),
  endpoint(promises.showUnsubscribe, ({ ctx, params, request, reply }) =>
    showUnsubscribe({ ctx, request, reply, token: params.token }),
  ),
  endpoint(promises.unsubscribe, ({ ctx, params, request, reply }) =>
    takeUnsubscribe({ ctx, request, reply, token: params.token }),
  ),
  endpoint(promises.listRetention, async ({ ctx }) => ({ rules: await listRules(ctx.db) })),
  endpoint(promises.previewRetention, ({ ctx, query }) => previewRule(ctx, query.rule, query.months)),
  endpoint(promises.saveRetention, ({ ctx, caller, body }) => saveRule(ctx, caller.id, body)),
  endpoint(promises.listPrivacyLog, ({ ctx }) => listLog(ctx)),
]
