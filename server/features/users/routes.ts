import { signIn } from '../../auth/sign-in.ts'
import { tryLimit } from '../../auth/try-limit.ts'
import type { Context } from '../../context.ts'
import { type Caller, type Endpoint, endpoint } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import { mailInvitation } from '../mail/mail-invitation.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { askReset, refuseWithoutMail } from './ask-reset.ts'
import { cancelAbsence } from './cancel-absence.ts'
import { changeUser } from './change-user.ts'
import * as promises from './contract.ts'
import { createUser, type HandOver } from './create-user.ts'
import { inviteUser } from './invite-user.ts'
import { planAbsence } from './plan-absence.ts'
import { readUsers } from './queries.ts'

const invitationTries = tryLimit({ max: 10, windowMs: 60_000 })
const resetTries = tryLimit({ max: 5, windowMs: 60_000 })
/** Nobody's mailbox is filled by somebody who knows the address. */
const resetsOfAddress = tryLimit({ max: 3, windowMs: 3_600_000 })

const byMail = (ctx: Context, caller: Pick<Caller, 'name'>): HandOver => {
  return (tx, userId, link) => mailInvitation(tx, ctx, { userId, link, by: caller.name })
}

export const ENDPOINTS: Endpoint[] = [
  endpoint(promises.listUsers, async ({ ctx }) => ({ users: await readUsers(ctx.db, ctx.now()) })),
  endpoint(promises.createUser, async ({ ctx, caller, body }) => createUser(ctx, body, byMail(ctx, caller))),
  endpoint(promises.changeUser, async ({ ctx, caller, params, body }) =>
    changeUser(ctx, { ...body, ...params, by: caller.id }),
  ),
  endpoint(promises.inviteUser, async ({ ctx, caller, params }) => inviteUser(ctx, params, byMail(ctx, caller))),
  endpoint(promises.planAbsence, async ({ ctx, caller, params, body }) =>
    planAbsence(ctx, caller, { ...body, ...params }),
  ),
  endpoint(promises.cancelAbsence, async ({ ctx, caller, params }) => cancelAbsence(ctx, caller, params)),

  endpoint(promises.askPasswordReset, async ({ ctx, body, request }) => {
    await refuseWithoutMail(ctx)
    const now = Date.now()
    const waitS = resetTries.take(request.ip, now)
    if (waitS > 0)
      throw new Problem('too-many-requests', 'Too many tries.', { mend: `Wait ${waitS} seconds and try again.` })
    if (resetsOfAddress.take(body.email.toLowerCase(), now) > 0) return
    // Not waited for: how long the answer takes tells nobody whether the address is known.
    askReset(ctx, body).catch((error: unknown) => ctx.log.error({ err: error }, 'a new password could not be mailed'))
  }),

  endpoint(promises.acceptInvitation, async ({ ctx, body, request, reply }) => {
    const waitS = invitationTries.take(request.ip, Date.now())
    if (waitS > 0)
      throw new Problem('too-many-requests', 'Too many tries.', { mend: `Wait ${waitS} seconds and try again.` })
    const { userId, email } = await acceptInvitation(ctx, body)
    await signIn(ctx, { request, reply }, { email, password: body.password })
    return { userId }
  }),
]
