import type { FastifyReply } from 'fastify'
import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import { type Html, html } from '../forms/html.ts'
import { saying } from '../forms/page.ts'
import { readAnswers } from '../forms/read-answers.ts'
import { readMailSettings } from '../mail/mail-settings.ts'
import { answerPage, askedOf, type Scene, sceneOf, type Visit } from './booking-scene.ts'
import { BOOKING_WORDS } from './booking-words.ts'
import { cancelMeeting } from './cancel-meeting.ts'
import { meetingOfToken } from './guest-token.ts'
import { writeInvitation } from './invitation.ts'
import { findMeeting, type Meeting } from './meeting.ts'
import { moveMeeting } from './move-meeting.ts'
import { placeText } from './place-text.ts'
import { renderTaken } from './render-booking.ts'
import { sayMoment } from './say-time.ts'

type GuestVisit = Visit & { token: string }

async function meetingOf({ ctx, token }: GuestVisit): Promise<Meeting | null> {
  const meetingId = meetingOfToken(ctx, token)
  return meetingId === null ? null : findMeeting(ctx.db, meetingId)
}

function gone(visit: Visit, scene: Scene): FastifyReply {
  const words = BOOKING_WORDS[scene.language]
  return answerPage(visit, 404, scene, words.gone, saying(words.gone, [words.goneText]))
}

/** The guest's language and zone of the booking, unless their address says another. */
async function ownScene(visit: GuestVisit, asked: Record<string, string>, meeting: Meeting | null): Promise<Scene> {
  const scene = await sceneOf(visit, meeting === null ? asked : { lang: meeting.language, ...asked })
  return meeting === null || asked.zone !== undefined ? scene : { ...scene, zone: meeting.zone }
}

function facts(meeting: Meeting, scene: Scene): Html {
  const words = BOOKING_WORDS[scene.language]
  const where = placeText(meeting, scene.language)
  const isLink = /^https:\/\/\S+$/.test(where)
  return html`<dl class="meeting">
<dt>${words.when}</dt><dd><strong>${sayMoment(meeting.startsAt.getTime(), scene.zone, scene.locale)}</strong></dd>
<dt>${words.who}</dt><dd>${meeting.hostName}</dd>
${where !== '' && html`<dt>${words.where}</dt><dd>${isLink ? html`<a href="${where}" rel="noreferrer">${where}</a>` : where}</dd>`}
</dl>`
}

function renderMeeting(
  visit: GuestVisit,
  meeting: Meeting,
  scene: Scene,
  asked: Record<string, string>,
  isMailed: boolean,
): Html {
  const words = BOOKING_WORDS[scene.language]
  const { ctx, token } = visit
  const lang = `lang=${scene.language}`
  const bookPath = `/book/${meeting.typeSlug ?? 'm'}`
  if (meeting.status === 'cancelled') {
    const again =
      meeting.typeSlug === null
        ? null
        : html`<div class="acts"><a class="button" href="${bookPath}?${lang}">${words.again}</a></div>`
    return html`<section class="card said" role="status"><h1>${words.cancelled}</h1><p>${words.cancelledText}</p>${facts(meeting, scene)}${again}</section>`
  }
  const isOver = meeting.startsAt.getTime() <= ctx.now()
  const title = asked.new === '1' ? words.booked : asked.moved === '1' ? words.moved : words.yours
  const intro = isOver
    ? words.over
    : asked.new === '1' || asked.moved === '1'
      ? isMailed && meeting.guestEmail !== null
        ? words.bookedText(meeting.guestEmail)
        : words.noMailText
      : ''
  const to = Number(asked.to)
  if (!isOver && asked.to !== undefined && Number.isSafeInteger(to)) {
    return html`<section class="card"><h1>${meeting.title}</h1>
<p class="chosen"><span>${words.moving(sayMoment(meeting.startsAt.getTime(), scene.zone, scene.locale))}</span><strong>${sayMoment(to, scene.zone, scene.locale)}</strong></p>
<form method="post" action="/book/m/${token}"><input type="hidden" name="act" value="move"><input type="hidden" name="to" value="${String(to)}"><input type="hidden" name="lang" value="${scene.language}"><input type="hidden" name="zone" value="${scene.zone}"><button type="submit">${words.move}</button></form>
<p class="turn"><a href="/book/m/${token}?${lang}">${words.keep}</a></p></section>`
  }
  return html`<section class="card" role="status"><h1>${title}</h1>
<p class="intro"><strong>${meeting.title}</strong>${intro !== '' && html`<br>${intro}`}</p>
${facts(meeting, scene)}
${
  !isOver &&
  html`<div class="acts"><a class="button" href="/book/m/${token}/invite.ics" download>${words.addToCalendar}</a><a class="button plain" href="${bookPath}?move=${token}&${lang}">${words.moveIt}</a></div>
<details><summary>${words.cancelIt}</summary><form method="post" action="/book/m/${token}"><input type="hidden" name="act" value="cancel"><input type="hidden" name="lang" value="${scene.language}"><label for="why">${words.cancelWhy} <small>(${words.optional})</small></label><input id="why" name="why" maxlength="500"><button type="submit">${words.cancelIt}</button></form></details>`
}</section>`
}

/** A guest's own meeting. */
export async function showGuestMeeting(visit: GuestVisit): Promise<FastifyReply> {
  const asked = askedOf(visit.request.query)
  const meeting = await meetingOf(visit)
  const scene = await ownScene(visit, asked, meeting)
  if (meeting === null) return gone(visit, scene)
  const isMailed = (await readMailSettings(visit.ctx.db, visit.ctx)) !== null
  return answerPage(visit, 200, scene, meeting.title, renderMeeting(visit, meeting, scene, asked, isMailed))
}

/** Moves or cancels a guest's own meeting, as they ask. */
export async function takeGuestChange(visit: GuestVisit, waitS: number): Promise<FastifyReply> {
  const { ctx, reply, token } = visit
  const answers = readAnswers(visit.request.body)
  const meeting = await meetingOf(visit)
  const scene = await ownScene(visit, answers, meeting)
  const words = BOOKING_WORDS[scene.language]
  if (meeting === null) return gone(visit, scene)
  if (waitS > 0) {
    reply.header('retry-after', String(waitS))
    return answerPage(visit, 429, scene, words.notNow, saying(words.notNow, [words.tooMany]), false)
  }
  const query = new URLSearchParams({ lang: scene.language, zone: scene.zone })
  try {
    if (answers.act === 'cancel') {
      await cancelMeeting(ctx, {
        meetingId: meeting.id,
        by: 'guest',
        actor: null,
        note: (answers.why ?? '').slice(0, 500),
      })
      return reply.redirect(`/book/m/${token}?${query}`, 303)
    }
    const atMs = Number(answers.to)
    if (answers.act !== 'move' || !Number.isSafeInteger(atMs)) return reply.redirect(`/book/m/${token}?${query}`, 303)
    const moved = await moveMeeting(ctx, { meetingId: meeting.id, atMs, by: 'guest', actor: null })
    if (moved.ok) {
      query.set('moved', '1')
      return reply.redirect(`/book/m/${token}?${query}`, 303)
    }
    const way = { path: `/book/${meeting.typeSlug ?? 'm'}`, kept: { move: token, lang: scene.language } }
    return answerPage(visit, 409, scene, words.taken, renderTaken(scene, way, moved.nearest), false)
  } catch (error) {
    if (error instanceof Problem) return reply.redirect(`/book/m/${token}?${query}`, 303)
    visit.request.log.error({ err: error }, 'a guest’s change was not stored')
    return answerPage(visit, 503, scene, words.notNow, saying(words.notNow, [words.notNowText]), false)
  }
}

/** The meeting as a file for the guest's calendar: the same event as in the mail. */
export async function guestInvitation(ctx: Context, token: string, reply: FastifyReply): Promise<FastifyReply> {
  const meetingId = meetingOfToken(ctx, token)
  const meeting = meetingId === null ? null : await findMeeting(ctx.db, meetingId)
  if (meeting === null)
    throw new Problem('not-found', 'There is no meeting at this address.', { mend: 'Use the link of the invitation.' })
  const content = writeInvitation(ctx, meeting, meeting.status === 'cancelled' ? 'CANCEL' : 'PUBLISH', {
    manageUrl: `${ctx.publicUrl}/book/m/${token}`,
    sentBy: null,
    stampMs: meeting.updatedAt.getTime(),
  })
  return reply
    .header('content-disposition', 'attachment; filename="invite.ics"')
    .header('cache-control', 'no-store')
    .type('text/calendar; charset=utf-8')
    .send(content)
}
