import { signIn } from '../../auth/sign-in.ts'
import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import { beginDemo } from './begin-demo.ts'
import { completeSetup } from './complete-setup.ts'
import * as promises from './contract.ts'
import { readHouseSettings } from './house-settings.ts'
import { isSetupOpen } from './queries.ts'

export const ENDPOINTS: Endpoint[] = [
  endpoint(promises.getSetup, async ({ ctx }) => {
    const [isOpen, { company }] = await Promise.all([isSetupOpen(ctx.db), readHouseSettings(ctx.db)])
    return { isOpen, company: company === '' ? null : company }
  }),

  endpoint(promises.completeSetup, async ({ ctx, body, request, reply }) => {
    const { userId, email } = await completeSetup(ctx, body)
    await signIn(ctx, { request, reply }, { email, password: body.password })
    if (body.start === 'demo') await beginDemo(ctx)
    return { userId }
  }),
]
