import { signIn } from '../../auth/sign-in.ts'
import type { Context } from '../../context.ts'
import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import { startDemo } from '../demo/start-demo.ts'
import { changeCurrency } from './change-currency.ts'
import { completeSetup } from './complete-setup.ts'
import * as promises from './contract.ts'
import { readHouseSettings } from './house-settings.ts'
import { isSetupOpen } from './queries.ts'

const DEMO = { leads: 5_000, seed: 7 }

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

  endpoint(promises.changeCurrency, ({ ctx, body }) => changeCurrency(ctx, body)),
]

/** The house is set up whether or not it may be filled: where leads are already (an import came first), the demo stays out. */
async function beginDemo(ctx: Context): Promise<void> {
  try {
    await startDemo(ctx, DEMO)
  } catch (error) {
    ctx.log.warn({ err: error }, 'the demo company was not begun')
  }
}
