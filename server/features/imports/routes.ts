import { Readable } from 'node:stream'
import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import { askUndo } from './ask-undo.ts'
import { cancelImport } from './cancel-import.ts'
import * as promises from './contract.ts'
import { issuesCsv, listIssues } from './issues.ts'
import { previewImport } from './preview-import.ts'
import { getImportRow, listImportRows } from './queries.ts'
import { listProfiles, removeProfile } from './saved-profiles.ts'
import { startImport } from './start-import.ts'
import { surveyDeals } from './survey-deals.ts'
import { uploadImport } from './upload-import.ts'
import { readImportView, viewOf } from './view-of.ts'

export const ENDPOINTS: Endpoint[] = [
  endpoint(promises.listImports, async ({ ctx }) => ({ imports: (await listImportRows(ctx.db)).map(viewOf) })),
  endpoint(promises.uploadImport, async ({ ctx, caller, request }) =>
    readImportView(ctx.db, await uploadImport(ctx, request, caller.id)),
  ),
  endpoint(promises.getImport, ({ ctx, params }) => readImportView(ctx.db, params.importId)),
  endpoint(promises.previewImport, ({ ctx, params, body }) => previewImport(ctx, params.importId, body.mapping)),
  endpoint(promises.surveyImport, ({ ctx, params }) => surveyDeals(ctx, params.importId)),
  endpoint(promises.runImport, async ({ ctx, caller, params, body }) => {
    await startImport(ctx, params.importId, body, caller.id)
    return readImportView(ctx.db, params.importId)
  }),
  endpoint(promises.cancelImport, async ({ ctx, params }) => {
    await cancelImport(ctx, params.importId)
    return readImportView(ctx.db, params.importId)
  }),
  endpoint(promises.undoImport, async ({ ctx, params }) => {
    await askUndo(ctx, params.importId)
    return readImportView(ctx.db, params.importId)
  }),
  endpoint(promises.listImportIssues, async ({ ctx, params, query }) => {
    await getImportRow(ctx.db, params.importId)
    return listIssues(ctx.db, params.importId, query.after, query.limit)
  }),
  endpoint(promises.downloadImportIssues, async ({ ctx, params, reply }) => {
    await getImportRow(ctx.db, params.importId)
    reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename="import-issues.csv"`)
    return Readable.from(issuesCsv(ctx.db, params.importId))
  }),
  endpoint(promises.listImportProfiles, ({ ctx }) => listProfiles(ctx.db)),
  endpoint(promises.removeImportProfile, ({ ctx, params }) => removeProfile(ctx.db, params.profileId)),
]
