import type { Context } from '../../context.ts'
import { forgetMailSettings } from './mail-settings.ts'
import { refuseWhenEnvironment } from './set-mail.ts'

export async function forgetMail(ctx: Context): Promise<void> {
  refuseWhenEnvironment(ctx)
  await forgetMailSettings(ctx.db)
}
