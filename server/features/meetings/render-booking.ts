import { localTimeOf } from '@ensemble/engine/worktime/local-time.ts'
import { type Html, html } from '../forms/html.ts'
import type { Scene } from './booking-scene.ts'
import { BOOKING_WORDS } from './booking-words.ts'
import type { MeetingType } from './meeting-type.ts'
import { placeText } from './place-text.ts'
import { localeOf, sayMoment, sayTime } from './say-time.ts'

/** Where the page is, and what of its address goes along when a day or a time is chosen. */
export type Way = { path: string; kept: Readonly<Record<string, string>> }
export type Choice = {
  slots: readonly number[]
  day: string | null
  page: number
  withName: string | null
  moving: string | null
}
export type Details = {
  atMs: number
  answers: Readonly<Record<string, string>>
  problems: Readonly<Record<string, string>>
  alarm: string | null
  kept: Readonly<Record<string, string>>
}

export const TRAP = 'website'
const DAYS_A_PAGE = 7

function address({ path, kept }: Way, more: Record<string, string>): string {
  const query = new URLSearchParams({ ...kept, ...more })
  for (const [name, value] of [...query]) if (value === '') query.delete(name)
  return `${path}?${query}`
}

/** The local date of a moment: the name of a day in the address. */
export function dayOf(ms: number, zone: string): string {
  return new Date(localTimeOf(zone, ms).day * 86_400_000).toISOString().slice(0, 10)
}

export function head(type: MeetingType, scene: Scene, withName: string | null): Html {
  const words = BOOKING_WORDS[scene.language]
  const where =
    type.placeKind === 'video'
      ? placeText({ ...type, place: '', guestPhone: null }, scene.language)
      : placeText({ ...type, guestPhone: null }, scene.language)
  return html`<h1>${type.name}</h1>
<ul class="facts"><li>${words.minutes(type.minutes)}</li>${where !== '' && html`<li>${where}</li>`}${withName !== null && html`<li>${words.with(withName)}</li>`}</ul>
${type.intro !== '' && html`<p class="intro">${type.intro}</p>`}`
}

/** Days that have free times, the times of the one chosen, and the zone they are shown in. */
export function renderChoice(type: MeetingType, scene: Scene, way: Way, choice: Choice): Html {
  const words = BOOKING_WORDS[scene.language]
  const byDay = Map.groupBy(choice.slots, (at) => dayOf(at, scene.zone))
  const days = [...byDay.keys()]
  const chosen =
    choice.day !== null && byDay.has(choice.day) ? choice.day : (days[choice.page * DAYS_A_PAGE] ?? days[0])
  const pageOf = chosen === undefined ? 0 : Math.floor(days.indexOf(chosen) / DAYS_A_PAGE)
  const page =
    choice.day === null ? Math.min(choice.page, Math.max(0, Math.ceil(days.length / DAYS_A_PAGE) - 1)) : pageOf
  const onPage = days.slice(page * DAYS_A_PAGE, (page + 1) * DAYS_A_PAGE)
  const dayName = new Intl.DateTimeFormat(localeOf(scene.locale), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  })
  const whole = new Intl.DateTimeFormat(localeOf(scene.locale), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  })
  const turn = html`<p class="turn">
${page > 0 ? html`<a href="${address(way, { zone: scene.zone, page: String(page - 1) })}">← ${words.earlier}</a>` : html`<span></span>`}
${(page + 1) * DAYS_A_PAGE < days.length && html`<a href="${address(way, { zone: scene.zone, page: String(page + 1) })}">${words.later} →</a>`}</p>`
  const body =
    chosen === undefined
      ? html`<div role="status"><h2>${words.none}</h2><p class="intro">${words.noneText}</p></div>`
      : html`<div class="choose">
<nav aria-label="${words.chooseDay}"><h2>${words.chooseDay}</h2><ul class="days">${onPage.map(
          (day) =>
            html`<li><a href="${address(way, { zone: scene.zone, day })}"${day === chosen && html` aria-current="date"`}><span>${dayName.format(Date.parse(day))}</span><small>${words.times(byDay.get(day)?.length ?? 0)}</small></a></li>`,
        )}</ul>${turn}</nav>
<section aria-labelledby="day"><h2 id="day">${capital(whole.format(Date.parse(chosen)))}</h2><ul class="times" aria-label="${words.chooseTime}">${(
          byDay.get(chosen) ?? []
        ).map(
          (at) =>
            html`<li><a href="${address(way, { zone: scene.zone, day: chosen, at: String(at) })}">${sayTime(at, scene.zone, scene.locale)}</a></li>`,
        )}</ul></section>
</div>`
  return html`<section class="card">
${choice.moving !== null && html`<p class="chosen" role="status">${words.moving(choice.moving)}</p>`}
${head(type, scene, choice.withName)}
${body}
${zoneChoice(scene, way)}
</section>`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function zoneChoice(scene: Scene, way: Way): Html {
  const words = BOOKING_WORDS[scene.language]
  const zones = [...new Set([scene.zone, ...Intl.supportedValuesOf('timeZone'), 'UTC'])].sort()
  return html`<form class="zone" method="get" action="${way.path}">
${Object.entries(way.kept).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<label for="zone">${words.changeZone}</label>
<select id="zone" name="zone">${zones.map((zone) => html`<option value="${zone}"${zone === scene.zone && html` selected`}>${zone.replaceAll('_', ' ')}</option>`)}</select>
<noscript><button type="submit">${words.show}</button></noscript>
</form>`
}

/** The form for a time that was chosen. */
export function renderDetails(
  type: MeetingType,
  scene: Scene,
  way: Way,
  details: Details,
  withName: string | null,
): Html {
  const words = BOOKING_WORDS[scene.language]
  const { answers, problems } = details
  const wrong = Object.keys(problems)
  const field = (
    name: string,
    label: string,
    look: { type: string; autocomplete: string; isRequired: boolean },
  ): Html => {
    const problem = problems[name]
    const hint = look.isRequired ? null : html` <small>(${words.optional})</small>`
    return html`<div class="field"><label for="${name}">${label}${hint}</label>
<input id="${name}" name="${name}" type="${look.type}" autocomplete="${look.autocomplete}" maxlength="200" value="${answers[name] ?? ''}"${look.isRequired && html` aria-required="true"`}${problem !== undefined && html` aria-invalid="true" aria-describedby="${name}-problem"`}>
${problem !== undefined && html`<p class="wrong" id="${name}-problem">${problem}</p>`}</div>`
  }
  const questions = type.questions.map((question, index) => {
    const name = `q${index}`
    const problem = problems[name]
    const hint = question.isRequired ? null : html` <small>(${words.optional})</small>`
    return html`<div class="field"><label for="${name}">${question.label}${hint}</label>
<textarea id="${name}" name="${name}" maxlength="2000" style="min-height: 5rem"${question.isRequired && html` aria-required="true"`}${problem !== undefined && html` aria-invalid="true" aria-describedby="${name}-problem"`}>${answers[name] ?? ''}</textarea>
${problem !== undefined && html`<p class="wrong" id="${name}-problem">${problem}</p>`}</div>`
  })
  return html`<form class="card" method="post" action="${way.path}" novalidate>
${head(type, scene, withName)}
<p class="chosen"><strong>${sayMoment(details.atMs, scene.zone, scene.locale)}</strong><a href="${address(way, { zone: scene.zone, day: dayOf(details.atMs, scene.zone) })}">${words.change}</a></p>
${details.alarm !== null && html`<div class="problems" role="alert"><h2>${words.notNow}</h2>${details.alarm}</div>`}
${wrong.length > 0 && html`<div class="problems" role="alert"><h2>${words.problems}</h2><ul>${wrong.map((name) => html`<li><a href="#${name}">${labelOf(name, type, scene)}</a></li>`)}</ul></div>`}
<h2>${words.details}</h2>
${field('name', words.name, { type: 'text', autocomplete: 'name', isRequired: true })}
${field('email', words.email, { type: 'email', autocomplete: 'email', isRequired: true })}
${field('phone', type.placeKind === 'phone' && type.place === '' ? words.phoneForCall : words.phone, { type: 'tel', autocomplete: 'tel', isRequired: needsPhone(type) })}
${questions}
<div class="trap" aria-hidden="true"><label for="${TRAP}">${words.leaveEmpty}</label><input id="${TRAP}" name="${TRAP}" tabindex="-1" autocomplete="off" value=""></div>
${Object.entries({ ...details.kept, zone: scene.zone, at: String(details.atMs) }).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<button type="submit">${words.book}</button>
</form>`
}

/** A call to nobody's number cannot be made. */
export function needsPhone(type: MeetingType): boolean {
  return type.placeKind === 'phone' && type.place === ''
}

function labelOf(name: string, type: MeetingType, scene: Scene): string {
  const words = BOOKING_WORDS[scene.language]
  if (name === 'name' || name === 'email' || name === 'phone') return words[name]
  return type.questions[Number(name.slice(1))]?.label ?? name
}

/** The time went to somebody else: the nearest that are free. */
export function renderTaken(scene: Scene, way: Way, nearest: readonly number[]): Html {
  const words = BOOKING_WORDS[scene.language]
  return html`<section class="card said" role="alert">
<h1>${words.taken}</h1>
<p>${words.takenText}</p>
<h2>${words.nearest}</h2>
${
  nearest.length === 0
    ? html`<p>${words.noneNear}</p>`
    : html`<ul class="times" style="grid-template-columns: 1fr">${nearest.map((at) => html`<li><a href="${address(way, { zone: scene.zone, day: dayOf(at, scene.zone), at: String(at) })}">${sayMoment(at, scene.zone, scene.locale)}</a></li>`)}</ul>`
}
<p class="turn"><a href="${address(way, { zone: scene.zone })}">${words.change}</a></p>
</section>`
}
