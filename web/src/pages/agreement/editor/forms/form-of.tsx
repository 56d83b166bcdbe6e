import type { ReactNode } from 'react'
import type { Part } from '../queries.ts'
import { type FormProps, fieldsOf } from './form-props.ts'
import { BreachForm, DisqualifyForm, LateStepForm, RejectForm, WarnForm } from './late-forms.tsx'
import { CalendarForm, PartyForm, TitleForm } from './party-forms.tsx'
import { AttemptsForm, DeliverForm, FirstContactForm, GiveForm, TermForm } from './promise-forms.tsx'
import { NobodyFreeForm, PoolForm, ReturnsForm, RouteForm } from './routing-forms.tsx'
import { EngagementForm, FitForm, GradesForm, HalfLifeForm } from './scoring-forms.tsx'
import { QualifyForm, StageForm } from './stage-forms.tsx'

/** The sentence with fields of a part, and the fields it speaks of. Null: there is none, and the part is written in YAML. */
type Form = { covered: readonly string[]; render: (props: FormProps) => ReactNode }

const form = (covered: readonly string[], render: Form['render']): Form => ({ covered, render })

const NAMED = /^[A-Z][A-Za-z]?\d{1,4}$/

function promiseForm(value: Readonly<Record<string, unknown>>): Form | null {
  if ('deliver' in value) return form(['deliver', 'of_which'], (props) => <DeliverForm {...props} />)
  if ('give' in value) return form(['give', 'at'], (props) => <GiveForm {...props} />)
  if (value.answer === 'feedback') return form(['answer', 'within'], (props) => <TermForm {...props} at="within" />)
  if ('accept_or_reject' in value)
    return form(['accept_or_reject'], (props) => <TermForm {...props} at="accept_or_reject.within" />)
  if ('first_contact' in value) return form(['first_contact'], (props) => <FirstContactForm {...props} />)
  if ('attempts' in value) return form(['attempts'], (props) => <AttemptsForm {...props} />)
  if ('verdict' in value) return form(['verdict'], (props) => <TermForm {...props} at="verdict.within" />)
  if ('next_step' in value)
    return form(['next_step'], (props) => <TermForm {...props} at="next_step.never_older_than" />)
  return null
}

function wholeForm(name: string): Form | null {
  switch (name) {
    case 'title':
      return form([], (props) => <TitleForm {...props} />)
    case 'calendar':
      return form(['zone', 'hours', 'holidays'], (props) => <CalendarForm {...props} />)
    case 'nobody_free':
      return form(['keep_for', 'then'], (props) => <NobodyFreeForm {...props} />)
    case 'returns':
      return form(['stale_after'], (props) => <ReturnsForm {...props} />)
    case 'when_late.warn':
      return form(['at', 'whom'], (props) => <WarnForm {...props} />)
    case 'when_late.breach':
      return form(['whom'], (props) => <BreachForm {...props} />)
    default:
      return null
  }
}

/** Known by where a part stands, so that the scores of a product are filled in like those of the whole. */
export function formOf(part: Part): Form | null {
  const [last, parent] = [part.path.at(-1), part.parent.join('.')]
  const whole = wholeForm(part.path.join('.'))
  if (whole !== null) return whole
  const value = fieldsOf(part.value)
  const section = String(part.parent.at(-1))
  if (last === 'half_life') return form([], (props) => <HalfLifeForm {...props} />)
  if (section === 'fit') return form(['when', 'points'], (props) => <FitForm {...props} />)
  if (section === 'engagement' && NAMED.test(String(last)))
    return form(['on', 'when', 'points', ...('at_most' in value ? ['at_most'] : [])], (props) => (
      <EngagementForm {...props} />
    ))
  if (section === 'grades' && (last === 'letter' || last === 'number'))
    return form(['A', 'B', 'C', '1', '2', '3'], (props) => <GradesForm {...props} />)
  switch (parent) {
    case 'stages':
      return form(['owner', 'known_as', 'evidence', 'when'], (props) => <StageForm {...props} />)
    case 'stages.qualified.when':
      return form(['when'], (props) => <QualifyForm {...props} />)
    case 'routing':
      return form(['when', 'to'], (props) => <RouteForm {...props} />)
    case 'pools':
      return form(['people', 'order', 'at_most', 'away'], (props) => <PoolForm {...props} />)
    case 'when_late.then':
      return form(['after', 'do', 'whom', 'of', 'at_most'], (props) => <LateStepForm {...props} />)
    case 'reasons.reject':
      return form(['then'], (props) => <RejectForm {...props} />)
    case 'reasons.disqualify':
      return form(['needs', 'recycle', 'close', 'ask'], (props) => <DisqualifyForm {...props} />)
    case 'parties':
      return form(['team', 'signs'], (props) => <PartyForm {...props} />)
    case 'marketing_promises':
    case 'sales_promises':
      return promiseForm(value)
    default:
      return null
  }
}
