import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import { defaultDocumentFor } from '../agreements/default-document.ts'
import { readHouseSettings } from '../setup/house-settings.ts'
import { amendDraft } from './amend-draft.ts'
import * as promises from './contract.ts'
import { editAgreement } from './edit-agreement.ts'
import { getVocabulary } from './get-vocabulary.ts'
import { dropWork, getWork, keepWork } from './works.ts'

export const ENDPOINTS: Endpoint[] = [
  endpoint(promises.editAgreement, ({ ctx, body, query }) => editAgreement(ctx, { ...body, ...query })),
  endpoint(promises.getVocabulary, ({ ctx, query }) => getVocabulary(ctx, query.language)),
  endpoint(promises.getStandardAgreement, async ({ ctx }) => ({
    document: await defaultDocumentFor(await readHouseSettings(ctx.db)),
  })),
  endpoint(promises.getWork, ({ ctx, caller, params }) => getWork(ctx, caller, params.version)),
  endpoint(promises.keepWork, ({ ctx, caller, params, body }) => keepWork(ctx, caller, { ...params, ...body })),
  endpoint(promises.dropWork, async ({ ctx, caller, params }) => dropWork(ctx, caller, params.version)),
  endpoint(promises.amendDraft, ({ ctx, caller, params, body }) => amendDraft(ctx, caller, { ...params, ...body })),
]
