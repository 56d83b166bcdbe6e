import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { forgetFirst } from '../api/early.ts'
import { forgetAnswers } from '../api/kept-answers.ts'
import { paths } from '../paths.ts'
import { sayRefused } from '../ui/toast.ts'

/** Ends the session and forgets everything that was loaded. */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient()
  const navigate = useNavigate()
  return async () => {
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch('/api/auth/sign-out', { method: 'POST', headers, body: '{}' }).catch(
      (error: unknown) => error,
    )
    if (!(answer instanceof Response) || !answer.ok) {
      sayRefused(answer instanceof Response ? new Error(answer.statusText) : answer)
      return
    }
    forgetFirst()
    await forgetAnswers()
    await navigate({ to: paths.signIn })
    client.clear()
  }
}
