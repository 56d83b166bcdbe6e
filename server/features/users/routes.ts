import { signIn } from '../../auth/sign-in.ts'
import { tryLimit } from '../../auth/try-limit.ts'
import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { cancelAbsence } from './cancel-absence.ts'
import { changeUser } from './change-user.ts'
import * as promises from './contract.ts'
import { createUser } from './create-user.ts'
import { inviteUser } from './invite-user.ts'
import { planAbsence } from './plan-absence.ts'
import { readUsers } from './queries.ts'

const invitationTries = tryLimit({ max: 10, windowMs: 60_000 })

export const ENDPOINTS: Endpoint[] = [
  endpoint(promises.listUsers, async ({ ctx }) => ({ users: await readUsers(ctx.db, ctx.now()) })),
  endpoint(promises.createUser, async ({ ctx, body }) => createUser(ctx, body)),
  endpoint(promises.changeUser, async ({ ctx, caller, params, body }) =>
    changeUser(ctx, { ...body, ...params, by: caller.id }),
  ),
  endpoint(promises.inviteUser, async ({ ctx, params }) => inviteUser(ctx, params)),
  endpoint(promises.planAbsence, async ({ ctx, caller, params, body }) =>
    planAbsence(ctx, caller, { ...body, ...params }),
  ),
  endpoint(promises.cancelAbsence, async ({ ctx, caller, params }) => cancelAbsence(ctx, caller, params)),

  endpoint(promises.acceptInvitation, async ({ ctx, body, request, reply }) => {
    const waitS = invitationTries.take(request.ip, Date.now())
    if (waitS > 0)
      throw new Problem('too-many-requests', 'Too many tries.', { mend: `Wait ${waitS} seconds and try again.` })
    const { userId, email } = await acceptInvitation(ctx, body)
    await signIn(ctx, { request, reply }, { email, password: body.password })
    return { userId }
  }),
]
