import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import * as promises from './contract.ts'
import { findDuplicates } from './find-duplicates.ts'
import { followed } from './follow-redirect.ts'
import { judgeDuplicate } from './judge-duplicate.ts'
import { listDuplicates } from './list-duplicates.ts'
import { listMerges } from './list-merges.ts'
import { mergePeople } from './merge-people.ts'
import { previewMerge } from './preview-merge.ts'
import { undoMerge } from './undo-merge.ts'

export const ENDPOINTS: Endpoint[] = [
  endpoint(promises.listDuplicates, ({ ctx, query }) => listDuplicates(ctx, query)),
  endpoint(promises.judgeDuplicate, ({ ctx, caller, body }) => judgeDuplicate(ctx, caller, body)),
  endpoint(promises.findDuplicates, async ({ ctx }) => ({ found: await findDuplicates(ctx.db) })),
  endpoint(promises.previewMerge, ({ ctx, params, query }) =>
    followed(ctx.db, params.personId, (into) => previewMerge(ctx, { into, from: query.from })),
  ),
  endpoint(promises.mergePeople, ({ ctx, caller, body }) => mergePeople(ctx, caller, body)),
  endpoint(promises.listMerges, ({ ctx, params }) => listMerges(ctx, params.personId)),
  endpoint(promises.undoMerge, ({ ctx, caller, params }) => undoMerge(ctx, caller, params)),
]
