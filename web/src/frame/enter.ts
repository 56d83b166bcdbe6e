import { redirect } from '@tanstack/react-router'
import { api, take } from '../api/client.ts'
import { ProblemError } from '../api/problem-error.ts'
import { queryClient } from '../api/query-client.ts'
import { sessionQuery } from '../api/session.ts'
import { setLanguage } from '../i18n/i18n.ts'
import { paths } from '../paths.ts'

/** Lets a signed-in person in, in their language. Others go to the first-run page or to sign-in, and come back afterwards. */
export async function enter({ location }: { location: { href: string } }): Promise<void> {
  try {
    const { user } = await queryClient.ensureQueryData(sessionQuery)
    if (user.locale !== null) await setLanguage(user.locale)
  } catch (error) {
    if (!(error instanceof ProblemError) || error.code !== 'not-signed-in') throw error
    const { isOpen } = await take(api.GET('/api/setup'))
    if (isOpen) throw redirect({ to: paths.setup })
    throw redirect({ to: paths.signIn, search: location.href === paths.today ? {} : { next: location.href } })
  }
}
