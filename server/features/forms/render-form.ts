import { type AskedConsent, boxOf } from './asked-consents.ts'
import type { AnswerProblems, Answers, Field, FieldName, HostedForm } from './field.ts'
import { type Html, html } from './html.ts'
import { type Language, PHRASES, standardOr } from './phrases.ts'

export type Shown = {
  form: HostedForm
  asked: readonly AskedConsent[]
  language: Language
  answers: Answers
  problems: AnswerProblems
  /** Sent along unseen: where the visitor came from and the id of this submission. */
  kept: Readonly<Record<string, string>>
  /** Said above the form when the server could not store it. */
  alarm: string | null
}

const LOOKS: Record<FieldName, { type: string; autocomplete: string; max: number; mode?: string }> = {
  name: { type: 'text', autocomplete: 'name', max: 200 },
  email: { type: 'email', autocomplete: 'email', max: 200 },
  phone: { type: 'tel', autocomplete: 'tel', max: 60 },
  company: { type: 'text', autocomplete: 'organization', max: 200 },
  role: { type: 'select', autocomplete: 'off', max: 40 },
  employees: { type: 'text', autocomplete: 'off', max: 12, mode: 'numeric' },
  country: { type: 'text', autocomplete: 'country-name', max: 200 },
  message: { type: 'textarea', autocomplete: 'off', max: 2_000 },
  wantsCall: { type: 'checkbox', autocomplete: 'off', max: 5 },
  heardFrom: { type: 'text', autocomplete: 'off', max: 200 },
}

/** The name of the input that people never see and bots fill. */
export const TRAP = 'website'

/** The form with what was typed, and each problem beside its field and in the summary above. */
export function renderForm({ form, asked, language, answers, problems, kept, alarm }: Shown): Html {
  const words = PHRASES[language]
  return html`<form class="card" method="post" action="/f/${form.slug}" novalidate>
<h1>${standardOr(form.title, 'standardTitle', language)}</h1>
<p class="intro">${standardOr(form.intro, 'standardIntro', language)}</p>
${summary({ form, asked, language, problems, alarm })}
<div class="pair">
${form.fields.map((field) => renderField(field, language, answers[field.name] ?? '', problems[field.name]))}
</div>
${asked.length > 0 && html`<div class="consents">${asked.map((one) => renderConsent(one, language, answers, problems[boxOf(one)]))}</div>`}
<div class="trap" aria-hidden="true"><label for="${TRAP}">${words.leaveEmpty}</label><input id="${TRAP}" name="${TRAP}" tabindex="-1" autocomplete="off" value=""></div>
${Object.entries(kept).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<button type="submit">${words.send}</button>
</form>`
}

export function labelOf(field: Field, language: Language): string {
  const isStandard =
    field.label === '' || Object.values(PHRASES).some((words) => words.fields[field.name] === field.label)
  return isStandard ? PHRASES[language].fields[field.name] : field.label
}

type Summary = Pick<Shown, 'form' | 'asked' | 'language' | 'problems' | 'alarm'>

function summary({ form, asked, language, problems, alarm }: Summary): Html | null {
  const wrong = form.fields.filter((field) => problems[field.name] !== undefined)
  if (alarm !== null) return html`<div class="problems" role="alert"><h2>${PHRASES[language].notNow}</h2>${alarm}</div>`
  const unticked = asked.filter((one) => problems[boxOf(one)] !== undefined)
  if (wrong.length + unticked.length === 0) return null
  return html`<div class="problems" role="alert"><h2>${PHRASES[language].problems}</h2><ul>
${wrong.map((field) => html`<li><a href="#${field.name}">${labelOf(field, language)}</a></li>`)}
${unticked.map((one) => html`<li><a href="#${boxOf(one)}">${one.wording}</a></li>`)}
</ul></div>`
}

/** Never ticked beforehand; shown again as it was ticked only beside the same words. */
function renderConsent(one: AskedConsent, language: Language, answers: Answers, problem: string | undefined): Html {
  const box = boxOf(one)
  const isTicked = answers[box] === String(one.version)
  const hint = one.isRequired ? null : html` <small>(${PHRASES[language].optional})</small>`
  const error = problem === undefined ? null : html`<p class="wrong" id="${box}-problem">${problem}</p>`
  const state = html`${one.isRequired && html` aria-required="true"`}${problem !== undefined && html` aria-invalid="true" aria-describedby="${box}-problem"`}${isTicked && html` checked`}`
  return html`<div><label class="check" for="${box}"><input type="checkbox" id="${box}" name="${box}" value="${one.version}"${state}><span>${one.wording}${hint}</span></label>${error}</div>`
}

function renderField(field: Field, language: Language, value: string, problem: string | undefined): Html {
  const { name } = field
  const words = PHRASES[language]
  const hint = field.isRequired ? null : html` <small>(${words.optional})</small>`
  const error = problem === undefined ? null : html`<p class="wrong" id="${name}-problem">${problem}</p>`
  const isWide = name === 'message' || name === 'wantsCall' || name === 'heardFrom'
  const place = isWide ? html` style="grid-column: 1 / -1"` : null
  const label = labelOf(field, language)
  if (name === 'wantsCall') {
    return html`<div class="field"${place}><label class="check" for="${name}">${control(field, value, problem, language)}<span>${label}</span></label>${error}</div>`
  }
  return html`<div class="field"${place}><label for="${name}">${label}${hint}</label>${control(field, value, problem, language)}${error}</div>`
}

function control({ name, isRequired }: Field, value: string, problem: string | undefined, language: Language): Html {
  const look = LOOKS[name]
  const shared = html`id="${name}" name="${name}"${isRequired ? html` aria-required="true"` : null}${problem === undefined ? null : html` aria-invalid="true" aria-describedby="${name}-problem"`}`
  if (look.type === 'textarea') return html`<textarea ${shared} maxlength="${look.max}">${value}</textarea>`
  if (look.type === 'checkbox')
    return html`<input type="checkbox" ${shared} value="yes"${value === 'yes' && html` checked`}>`
  if (look.type === 'select') {
    const words = PHRASES[language]
    return html`<select ${shared}><option value="">${words.chooseOne}</option>${words.roles.map(
      ([role, label]) => html`<option value="${role}"${role === value && html` selected`}>${label}</option>`,
    )}</select>`
  }
  return html`<input type="${look.type}" ${shared} maxlength="${look.max}" autocomplete="${look.autocomplete}"${look.mode !== undefined && html` inputmode="${look.mode}"`} value="${value}">`
}
