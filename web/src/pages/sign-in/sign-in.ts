import { ProblemError, problemFrom } from '../../api/problem-error.ts'

/** Signs in with e-mail and password; the session is a cookie. Throws a ProblemError. These addresses are not in the OpenAPI document. */
export async function signIn(email: string, password: string): Promise<void> {
  const answer = await fetch('/api/auth/sign-in/email', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  }).catch(() => {
    throw new ProblemError('offline', 0, '', null, [])
  })
  if (answer.ok) return
  const problem = problemFrom(await answer.json().catch(() => null), answer.status)
  if (answer.status === 401) throw new ProblemError('not-signed-in', 401, problem.message, problem.mend, [])
  if (answer.status === 429) throw new ProblemError('too-many-requests', 429, problem.message, problem.mend, [])
  throw problem
}
