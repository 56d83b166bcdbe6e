import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { keptAtFirst, marksAsQuery, onlyKept } from '../forms/kept-fields.ts'
import { saying } from '../forms/page.ts'
import { PHRASES } from '../forms/phrases.ts'
import { readAnswers } from '../forms/read-answers.ts'
import { touchOf } from '../tracking/touch-of.ts'
import { type Booking, bookMeeting } from './book-meeting.ts'
import { answerPage, askedOf, type Scene, sceneOf, type Visit } from './booking-scene.ts'
import { BOOKING_WORDS } from './booking-words.ts'
import { bookable, findSlots } from './find-slots.ts'
import { guestToken, meetingOfToken } from './guest-token.ts'
import { hostsOf, ownerOfGuest, readHosts } from './hosts.ts'
import { findMeeting } from './meeting.ts'
import { type MeetingType, readMeetingTypes } from './meeting-type.ts'
import { rulesOf } from './move-meeting.ts'
import { needsPhone, renderChoice, renderDetails, renderTaken, TRAP, type Way } from './render-booking.ts'
import { sayMoment } from './say-time.ts'

type BookingVisit = Visit & { slug: string }

const isEmail = z.email()
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

function closed(visit: Visit, scene: Scene): FastifyReply {
  const words = BOOKING_WORDS[scene.language]
  return answerPage(visit, 404, scene, words.gone, saying(words.gone, [words.goneText]))
}

async function openType({ ctx, slug }: BookingVisit): Promise<MeetingType | null> {
  const [type] = await readMeetingTypes(ctx.db, { slug })
  return type?.isPublished ? type : null
}

/** Whose link the visitor came by: their owner is whom they are offered. */
function personOf(asked: Record<string, string>): string | null {
  const id = asked.ens_p ?? asked.p ?? ''
  return UUID.test(id) ? id : null
}

function keptOf(visit: BookingVisit, asked: Record<string, string>): Record<string, string> {
  const { submission: _fresh, lang: _lang, ...kept } = keptAtFirst(visit.request)
  const { referrer, ...rest } = kept
  const person = personOf(asked)
  const isOwn = (referrer ?? '').includes(`/book/`)
  return {
    ...rest,
    ...(asked.referrer ? { referrer: asked.referrer } : referrer && !isOwn ? { referrer } : {}),
    ...(asked.lang === 'en' || asked.lang === 'fr' ? { lang: asked.lang } : {}),
    ...(person === null ? {} : { ens_p: person }),
  }
}

/** Free days and times; with a time chosen, the form. `move` in the address is a guest's token: then the meeting is moved. */
export async function showBooking(visit: BookingVisit): Promise<FastifyReply> {
  const asked = askedOf(visit.request.query)
  const scene = await sceneOf(visit, asked)
  const moving = asked.move === undefined ? null : meetingOfToken(visit.ctx, asked.move)
  if (moving !== null) return showMoving(visit, scene, moving, asked)
  const type = await openType(visit)
  if (type === null) return closed(visit, scene)
  const { ctx } = visit
  const person = personOf(asked)
  const owner = person === null ? null : await ownerOfGuest(ctx.db, { personId: person, email: null })
  const all = await hostsOf(ctx.db, type, owner)
  const own = type.assigns === 'owner first' && owner !== null ? all.filter(({ id }) => id === owner) : []
  const hosts = own.length > 0 ? own : all
  const kept = keptOf(visit, asked)
  const way: Way = { path: `/book/${type.slug}`, kept }
  const withName = hosts.length === 1 ? (hosts[0]?.name ?? null) : null
  const atMs = Number(asked.at)
  if (asked.at !== undefined && Number.isSafeInteger(atMs)) {
    const free = await findSlots(ctx.db, ctx, type, hosts, { fromMs: atMs, untilMs: atMs + 1 })
    if (free.has(atMs)) {
      const details = {
        atMs,
        answers: asked,
        problems: {},
        alarm: null,
        kept: { ...kept, submission: onlyKept(keptAtFirst(visit.request)).submission ?? '' },
      }
      return answerPage(visit, 200, scene, type.name, renderDetails(type, scene, way, details, withName))
    }
  }
  const slots = await findSlots(ctx.db, ctx, type, hosts, bookable(type, ctx.now()))
  const choice = {
    slots: [...slots.keys()],
    day: asked.day ?? null,
    page: Math.max(0, Math.min(60, Number(asked.page) || 0)),
    withName,
    moving: null,
  }
  return answerPage(visit, 200, scene, type.name, renderChoice(type, scene, way, choice))
}

async function showMoving(
  visit: BookingVisit,
  scene: Scene,
  meetingId: string,
  asked: Record<string, string>,
): Promise<FastifyReply> {
  const { ctx } = visit
  const meeting = await findMeeting(ctx.db, meetingId)
  if (meeting === null || meeting.status !== 'booked') return closed(visit, scene)
  const own = { ...scene, zone: asked.zone === undefined ? meeting.zone : scene.zone }
  const rules = await rulesOf(ctx, meeting)
  const hosts = await readHosts(ctx.db, [meeting.host])
  const slots = await findSlots(ctx.db, ctx, rules, hosts, { ...bookable(rules, ctx.now()), without: meetingId })
  const token = guestToken(ctx, meetingId)
  const choice = {
    slots: [...slots.keys()].filter((at) => at !== meeting.startsAt.getTime()),
    day: asked.day ?? null,
    page: Math.max(0, Math.min(60, Number(asked.page) || 0)),
    withName: meeting.hostName,
    moving: sayMoment(meeting.startsAt.getTime(), own.zone, own.locale),
  }
  const lang: Record<string, string> = asked.lang === 'en' || asked.lang === 'fr' ? { lang: asked.lang } : {}
  const isChosen = asked.at !== undefined && slots.has(Number(asked.at))
  if (isChosen)
    return visit.reply.redirect(
      `/book/m/${token}?${new URLSearchParams({ to: asked.at ?? '', zone: own.zone, ...lang })}`,
      303,
    )
  const named = { ...rules, name: meeting.title, intro: '' }
  return answerPage(
    visit,
    200,
    own,
    named.name,
    renderChoice(named, own, { path: visit.request.url.split('?')[0] ?? '', kept: { move: token, ...lang } }, choice),
  )
}

/** The answers in the order of the questions, and what of them cannot be used. */
function readBooking(type: MeetingType, scene: Scene, answers: Record<string, string>) {
  const words = BOOKING_WORDS[scene.language]
  const wrong = PHRASES[scene.language]
  const problems: Record<string, string> = {}
  const require = (name: string, isRequired: boolean, longest: number): string => {
    const value = answers[name] ?? ''
    if (value === '' && isRequired) problems[name] = words.missing
    else if (value.length > longest) problems[name] = words.tooLong
    return value
  }
  const name = require('name', true, 200)
  const email = require('email', true, 200)
  const phone = require('phone', needsPhone(type), 60)
  if (email !== '' && problems.email === undefined && !isEmail.safeParse(email).success)
    problems.email = wrong.emailWrong
  if (phone !== '' && problems.phone === undefined && phone.replaceAll(/\D/g, '').length < 6)
    problems.phone = wrong.phoneWrong
  const said = type.questions.map(({ label, isRequired }, index) => ({
    label,
    answer: require(`q${index}`, isRequired, 2_000),
  }))
  return { problems, name, email, phone: phone === '' ? null : phone, said: said.filter(({ answer }) => answer !== '') }
}

function touchOfBooking(type: MeetingType, answers: Record<string, string>): Booking['touch'] {
  const landingPage = `/book/${type.slug}`
  const read = touchOf({
    page: `${landingPage}?${marksAsQuery(answers)}`,
    referrer: answers.referrer || null,
    campaign: {},
  })
  return {
    channel: read?.channel ?? 'direct',
    origin: read?.origin ?? null,
    campaign: read?.campaign ?? null,
    landingPage,
  }
}

/** Takes a booking: the guest's page, or the form again with each problem beside its field, or the nearest free times. */
export async function takeBooking(visit: BookingVisit, waitS: number): Promise<FastifyReply> {
  const answers = readAnswers(visit.request.body)
  const scene = await sceneOf(visit, answers)
  const words = BOOKING_WORDS[scene.language]
  const type = await openType(visit)
  const wantsJson = (visit.request.headers.accept ?? '').includes('application/json')
  if (type === null)
    return wantsJson ? problem(visit, 404, 'not-found', words.gone, words.goneText) : closed(visit, scene)
  const read = readBooking(type, scene, answers)
  const atMs = Number(answers.at)
  const kept: Record<string, string> = {
    ...onlyKept(answers),
    ...(answers.ens_p ? { ens_p: answers.ens_p } : {}),
  }
  const { submission: _one, ...keptOn } = kept
  const way: Way = { path: `/book/${type.slug}`, kept: keptOn }
  const again = (status: number, problems: Record<string, string>, alarm: string | null): FastifyReply =>
    wantsJson
      ? problem(
          visit,
          status,
          status === 429 ? 'too-many-requests' : 'bad-request',
          alarm ?? words.problems,
          words.missing,
          problems,
        )
      : answerPage(
          visit,
          status,
          scene,
          type.name,
          renderDetails(type, scene, way, { atMs, answers, problems, alarm, kept }, null),
          false,
        )
  if (waitS > 0) {
    visit.reply.header('retry-after', String(waitS))
    return again(429, {}, words.tooMany)
  }
  if (!Number.isSafeInteger(atMs) || answers[TRAP]) return again(422, {}, words.notNowText)
  if (Object.keys(read.problems).length > 0) return again(422, read.problems, null)
  try {
    const booked = await bookMeeting(visit.ctx, type.slug, {
      atMs,
      zone: scene.zone,
      language: scene.language,
      name: read.name,
      email: read.email,
      phone: read.phone,
      answers: read.said,
      submission: `page:${type.slug}:${(answers.submission ?? '').slice(0, 60) || crypto.randomUUID()}`,
      touch: touchOfBooking(type, answers),
      linkOf: personOf(answers),
      anonymousId: answers.aid?.slice(0, 200) || null,
    })
    if (booked.ok) return done(visit, scene, booked.meetingId, wantsJson)
    if (booked.why === 'no such type') return closed(visit, scene)
    if (wantsJson) return problem(visit, 409, 'conflict', words.taken, words.takenText, {}, booked.nearest)
    const typed = Object.fromEntries(
      Object.entries(answers).filter(([name]) => ['name', 'email', 'phone'].includes(name) || /^q\d$/.test(name)),
    )
    return answerPage(
      visit,
      409,
      scene,
      words.taken,
      renderTaken(scene, { path: way.path, kept: { ...keptOn, ...typed } }, booked.nearest),
      false,
    )
  } catch (error) {
    visit.request.log.error({ err: error, type: type.slug }, 'a booking was not stored')
    return again(503, {}, words.notNowText)
  }
}

function done({ ctx, reply }: Visit, scene: Scene, meetingId: string, wantsJson: boolean): FastifyReply {
  const address = `/book/m/${guestToken(ctx, meetingId)}`
  if (wantsJson) return reply.code(201).send({ meetingId, manageUrl: `${ctx.publicUrl}${address}` })
  return reply.redirect(`${address}?${new URLSearchParams({ new: '1', lang: scene.language, zone: scene.zone })}`, 303)
}

function problem(
  { reply }: Visit,
  status: number,
  code: string,
  detail: string,
  mend: string,
  problems: Record<string, string> = {},
  nearest?: readonly number[],
): FastifyReply {
  const errors = Object.entries(problems).map(([name, what]) => ({ where: `body.${name}`, what }))
  return reply
    .code(status)
    .type('application/problem+json')
    .send({
      type: `/docs/problems#${code}`,
      title: detail,
      status,
      code,
      detail,
      mend,
      ...(errors.length > 0 ? { errors } : {}),
      ...(nearest === undefined ? {} : { nearest: nearest.map((at) => new Date(at).toISOString()) }),
    })
}
