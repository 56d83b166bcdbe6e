import { guessCurrency, guessZone } from './guess-place.ts'

export type About = { company: string; name: string; email: string; password: string; zone: string; currency: string }

/** Nothing filled in but what can be guessed from the browser. */
export function emptyAbout(): About {
  const zone = guessZone()
  return { company: '', name: '', email: '', password: '', zone, currency: guessCurrency(zone) }
}

export type AboutProblem = { field: 'company' | 'name' | 'email'; what: 'required' | 'emailWrong' }

/** What is missing before the house can be set up. The server checks again. */
export function problemsOf(about: About): AboutProblem[] {
  const problems: AboutProblem[] = []
  if (about.company.trim() === '') problems.push({ field: 'company', what: 'required' })
  if (about.name.trim() === '') problems.push({ field: 'name', what: 'required' })
  if (about.email.trim() === '') problems.push({ field: 'email', what: 'required' })
  else if (!/^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(about.email.trim()))
    problems.push({ field: 'email', what: 'emailWrong' })
  return problems
}
