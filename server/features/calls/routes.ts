import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import { answerCall, attachCall } from './answer-call.ts'
import { changeSettings, viewSettings } from './change-settings.ts'
import { keepClaim } from './claim.ts'
import * as calls from './contract.ts'
import { createSession } from './create-session.ts'
import { endCall } from './end-call.ts'
import { readHeardOfUs } from './heard-of-us.ts'
import * as incoming from './incoming-contract.ts'
import { listCalls, requireCall, viewCall } from './incoming-view.ts'
import { readLists, removeList, saveList } from './lists.ts'
import { logCall } from './log-call.ts'
import { mayCall } from './may-call.ts'
import { readBestHours } from './plan-next.ts'
import { changePlan, listPlans, planCall, sayMay } from './plans.ts'
import { previewList } from './preview-list.ts'
import { receiveCall } from './receive-call.ts'
import { keepRunning } from './runs.ts'
import { changeScript, createScript, readScripts } from './scripts.ts'
import { makeCallSecret } from './secret.ts'
import { pauseCalls, skipCall, viewSession } from './session-view.ts'
import { closeSession, listSessions } from './sessions.ts'
import * as sessions from './sessions-contract.ts'
import { takeNext } from './take-next.ts'
import { undoCall } from './undo-call.ts'
import { listUnknownCallers, settleUnknownCaller } from './unknown-callers.ts'

export const ENDPOINTS: Endpoint[] = [
  endpoint(calls.logCall, ({ ctx, caller, body }) => logCall(ctx, caller, body)),
  endpoint(calls.undoCall, ({ ctx, caller, body }) => undoCall(ctx, caller, body)),
  endpoint(calls.mayCallPeople, async ({ ctx, body }) => {
    const reaches = await mayCall(ctx, body.people)
    return { people: Object.fromEntries([...reaches].map(([id, reach]) => [id, sayMay(reach)])) }
  }),
  endpoint(calls.listPlannedCalls, async ({ ctx, caller, query }) => ({
    now: new Date(ctx.now()).toISOString(),
    ...(await listPlans(ctx, caller, query)),
  })),
  endpoint(calls.changePlannedCall, ({ ctx, caller, params, body }) => changePlan(ctx, caller, params.planId, body)),
  endpoint(calls.planCall, ({ ctx, caller, body }) => planCall(ctx, caller, body)),
  endpoint(calls.getBestHours, async ({ ctx, query }) => {
    const { n, k, rate, isSmall, isCut, cells } = await readBestHours(ctx, query.days)
    return { n, k, rate, isSmall, isCut, days: query.days, cells: [...cells] }
  }),
  endpoint(calls.getHeardOfUs, ({ ctx, query }) => readHeardOfUs(ctx, query.months)),

  endpoint(sessions.previewCallList, ({ ctx, caller, body }) => previewList(ctx, caller, body)),
  endpoint(sessions.listCallSessions, async ({ ctx }) => ({ sessions: await listSessions(ctx) })),
  endpoint(sessions.createCallSession, ({ ctx, caller, body }) => createSession(ctx, caller, body)),
  endpoint(sessions.getCallSession, ({ ctx, caller, params }) => viewSession(ctx, caller, params.sessionId)),
  endpoint(sessions.takeNextCall, ({ ctx, caller, params }) => takeNext(ctx, caller, params.sessionId)),
  endpoint(sessions.keepCall, async ({ ctx, caller, params }) => {
    await keepRunning(ctx.db, params.sessionId, caller.id, ctx.now())
    const claim = await keepClaim(ctx, caller.id, params.sessionId)
    return { claimedUntil: claim?.claimedUntil.toISOString() ?? null }
  }),
  endpoint(sessions.skipCall, ({ ctx, caller, params, body }) => skipCall(ctx, caller, params.sessionId, body)),
  endpoint(sessions.pauseCalls, ({ ctx, caller, params }) => pauseCalls(ctx, caller, params.sessionId)),
  endpoint(sessions.closeCallSession, ({ ctx, caller, params }) => closeSession(ctx, caller, params.sessionId)),
  endpoint(sessions.listCallLists, async ({ ctx }) => ({ lists: await readLists(ctx.db) })),
  endpoint(sessions.saveCallList, ({ ctx, caller, body }) => saveList(ctx, caller, body)),
  endpoint(sessions.removeCallList, ({ ctx, caller, params }) => removeList(ctx, caller, params.listId)),
  endpoint(sessions.listCallScripts, async ({ ctx }) => ({ scripts: await readScripts(ctx.db) })),
  endpoint(sessions.createCallScript, ({ ctx, caller, body }) => createScript(ctx, caller, body)),
  endpoint(sessions.changeCallScript, ({ ctx, params, body }) => changeScript(ctx, params.scriptId, body)),
  endpoint(sessions.getCallSettings, ({ ctx }) => viewSettings(ctx)),
  endpoint(sessions.changeCallSettings, ({ ctx, body }) => changeSettings(ctx, body)),
  endpoint(sessions.makeCallSecret, ({ ctx, caller }) => makeCallSecret(ctx, caller.id)),

  endpoint(incoming.receiveCall, ({ ctx, caller, request }) => receiveCall(ctx, caller, request)),
  endpoint(incoming.endCall, ({ ctx, caller, request }) => endCall(ctx, caller, request)),
  endpoint(incoming.listIncomingCalls, ({ ctx, caller, query }) => listCalls(ctx, caller, query.of)),
  endpoint(incoming.getIncomingCall, async ({ ctx, caller, params }) =>
    viewCall(ctx, caller, await requireCall(ctx, params.callId)),
  ),
  endpoint(incoming.answerCall, ({ ctx, caller, params }) => answerCall(ctx, caller, params.callId)),
  endpoint(incoming.listUnknownCallers, ({ ctx, caller }) => listUnknownCallers(ctx, caller)),
  endpoint(incoming.settleUnknownCaller, ({ ctx, caller, params, body }) =>
    settleUnknownCaller(ctx, caller, { ...params, ...body }),
  ),
  endpoint(incoming.unsettleUnknownCaller, ({ ctx, caller, params }) =>
    settleUnknownCaller(ctx, caller, { ...params, as: null }),
  ),
  endpoint(incoming.attachCall, ({ ctx, caller, params, body }) => attachCall(ctx, caller, params.callId, body)),
]
