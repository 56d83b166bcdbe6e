import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import { agreementSchema } from './agreement-schema.ts'
import { checkAgreement } from './check-agreement.ts'
import * as promises from './contract.ts'
import { draftAgreement } from './draft-agreement.ts'
import { getAgreement } from './get-agreement.ts'
import { listClauseDecisions } from './list-clause-decisions.ts'
import { signAgreement } from './sign-agreement.ts'
import { summaryOf } from './summary-of.ts'
import { readVersions, versionInForce } from './versions.ts'
import { withdrawAgreement } from './withdraw-agreement.ts'

export const ENDPOINTS: Endpoint[] = [
  endpoint(promises.listAgreements, async ({ ctx }) => {
    const versions = await readVersions(ctx.db)
    const inForce = versionInForce(versions, ctx.now())
    return { agreements: versions.map((version) => summaryOf(version, inForce, ctx.now())) }
  }),
  endpoint(promises.getAgreement, async ({ ctx, params, query }) => getAgreement(ctx, { ...params, ...query })),
  endpoint(promises.listClauseDecisions, async ({ ctx, params, query }) =>
    listClauseDecisions(ctx, { ...params, ...query }),
  ),
  endpoint(promises.checkAgreement, async ({ ctx, body, query }) => checkAgreement(ctx, { ...body, ...query })),
  endpoint(promises.draftAgreement, async ({ ctx, caller, body }) => draftAgreement(ctx, caller, body)),
  endpoint(promises.signAgreement, async ({ ctx, caller, params, body }) =>
    signAgreement(ctx, caller, { ...params, ...body }),
  ),
  endpoint(promises.withdrawAgreement, async ({ ctx, caller, params }) =>
    withdrawAgreement(ctx, caller, params.version),
  ),
  endpoint(promises.getAgreementSchema, async () => agreementSchema()),
]
