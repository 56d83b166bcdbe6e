import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { Problem } from '../../http/problem.ts'
import { recordFacts } from '../facts/record-facts.ts'
import { type Html, html } from '../forms/html.ts'
import { saying } from '../forms/page.ts'
import { type Language, PHRASES } from '../forms/phrases.ts'
import { readAnswers } from '../forms/read-answers.ts'
import { noteTie } from '../introductions/save-tie.ts'
import { answerPage, askedOf, type Scene, sceneOf, type Visit } from '../meetings/booking-scene.ts'
import { type FoundCard, findCard } from './own-card.ts'
import { eventNamed, factsOfCard } from './take-cards.ts'
import { writeVcard } from './write-vcard.ts'

type CardVisit = Visit & { slug: string }

const WORDS: Record<
  Language,
  Record<
    | 'save'
    | 'book'
    | 'leave'
    | 'leaveText'
    | 'send'
    | 'name'
    | 'email'
    | 'phone'
    | 'company'
    | 'note'
    | 'thanks'
    | 'thanksText'
    | 'gone'
    | 'goneText'
    | 'met',
    string
  >
> = {
  en: {
    save: 'Save to my contacts',
    book: 'Book a meeting',
    leave: 'Leave me your card',
    leaveText: 'So that I know whom I met.',
    send: 'Leave my card',
    name: 'Your name',
    email: 'E-mail',
    phone: 'Phone',
    company: 'Company',
    note: 'What did we talk about?',
    thanks: 'Thank you',
    thanksText: 'Your card is with me now.',
    gone: 'There is no card here',
    goneText: 'It was removed, or its address was mistyped.',
    met: 'We met at',
  },
  fr: {
    save: 'Enregistrer dans mes contacts',
    book: 'Prendre rendez-vous',
    leave: 'Laissez-moi votre carte',
    leaveText: 'Pour que je sache qui j’ai rencontré.',
    send: 'Laisser ma carte',
    name: 'Votre nom',
    email: 'E-mail',
    phone: 'Téléphone',
    company: 'Entreprise',
    note: 'De quoi avons-nous parlé ?',
    thanks: 'Merci',
    thanksText: 'J’ai bien votre carte.',
    gone: 'Aucune carte ici',
    goneText: 'Elle a été retirée, ou son adresse est mal saisie.',
    met: 'Nous nous sommes rencontrés à',
  },
}
const isEmail = z.email()
const FIELDS = ['name', 'email', 'phone', 'company', 'note'] as const
const LOOKS = { name: 'name', email: 'email', phone: 'tel', company: 'organization', note: 'off' } as const

/** A colleague's card: for a phone when the address ends in .vcf, else as a page. */
export async function showCard(visit: CardVisit): Promise<FastifyReply> {
  const { ctx, reply, slug } = visit
  const found = await findCard(ctx.db, slug.replace(/\.vcf$/i, ''))
  if (/\.vcf$/i.test(slug)) {
    if (found === null) throw new Problem('not-found', 'There is no card here.', { mend: 'Check the address.' })
    return reply
      .header('content-disposition', `inline; filename="${found.slug}.vcf"`)
      .header('cache-control', 'public, max-age=300')
      .type('text/vcard; charset=utf-8')
      .send(writeVcard(found.card))
  }
  const asked = askedOf(visit.request.query)
  const scene = await sceneOf(visit, asked)
  if (found === null) return gone(visit, scene)
  return answerPage(visit, 200, scene, found.card.name, await render(visit, found, scene, asked, {}))
}

function gone(visit: Visit, scene: Scene): FastifyReply {
  const words = WORDS[scene.language]
  return answerPage(visit, 404, scene, words.gone, saying(words.gone, [words.goneText]))
}

async function bookingOf({ ctx }: CardVisit, userId: string): Promise<string | null> {
  const { rows } = await ctx.db.query<{ slug: string }>(
    `select t.slug from meeting_types t join meeting_type_hosts h on h.type_id = t.type_id
      where h.user_id = $1 and t.is_published and t.team_id is null
        and (select count(*) from meeting_type_hosts o where o.type_id = t.type_id) = 1 order by t.created_at limit 1`,
    [userId],
  )
  return rows[0]?.slug ?? null
}

async function render(
  visit: CardVisit,
  { card, slug, userId }: FoundCard,
  { language }: Scene,
  answers: Record<string, string>,
  problems: Record<string, string>,
): Promise<Html> {
  const words = WORDS[language]
  const booking = await bookingOf(visit, userId)
  const event = answers.event === undefined || answers.event === '' ? null : await eventNamed(visit.ctx, answers.event)
  const row = (text: string, href: string | null): Html | null =>
    text === ''
      ? null
      : html`<p class="intro" style="margin: .25rem 0">${href === null ? text : html`<a href="${href}">${text}</a>`}</p>`
  return html`<section class="card"><h1>${card.name}</h1>
${row([card.title, card.company].filter((part) => part !== '').join(', '), null)}
${row(card.phone, `tel:${card.phone.replaceAll(/[^\d+]/g, '')}`)}
${row(card.email, `mailto:${card.email}`)}
${row(card.url.replace(/^https?:\/\//, ''), /^https?:\/\//.test(card.url) ? card.url : null)}
<div class="acts"><a class="button" href="/card/${slug}.vcf">${words.save}</a>${booking !== null && html`<a class="button plain" href="/book/${booking}?lang=${language}">${words.book}</a>`}</div></section>
<form class="card" method="post" action="/card/${slug}" novalidate style="margin-top: 1rem">
<h2 style="font-size: 1.2rem">${words.leave}</h2><p class="intro" style="margin-bottom: .5rem">${event === null ? words.leaveText : `${words.met} ${event.name}.`}</p>
${Object.keys(problems).length > 0 && html`<div class="problems" role="alert"><h2>${PHRASES[language].problems}</h2></div>`}
${FIELDS.map((name) => html`<div class="field"><label for="${name}">${words[name]}${name !== 'name' && html` <small>(${PHRASES[language].optional})</small>`}</label><input id="${name}" name="${name}" type="${name === 'email' ? 'email' : name === 'phone' ? 'tel' : 'text'}" autocomplete="${LOOKS[name]}" maxlength="200" value="${answers[name] ?? ''}"${problems[name] !== undefined && html` aria-invalid="true" aria-describedby="${name}-problem"`}>${problems[name] !== undefined && html`<p class="wrong" id="${name}-problem">${problems[name]}</p>`}</div>`)}
<div class="trap" aria-hidden="true"><label for="website">${PHRASES[language].leaveEmpty}</label><input id="website" name="website" tabindex="-1" autocomplete="off" value=""></div>
<input type="hidden" name="event" value="${answers.event ?? ''}"><input type="hidden" name="lang" value="${language}">
<button type="submit">${words.send}</button></form>`
}

/** Takes the card somebody leaves: they are known by the colleague from then on, and were at the event of the link. */
export async function takeLeftCard(visit: CardVisit, waitS: number): Promise<FastifyReply> {
  const { ctx, reply, slug } = visit
  const answers = readAnswers(visit.request.body)
  const scene = await sceneOf(visit, answers)
  const words = WORDS[scene.language]
  const wrong = PHRASES[scene.language]
  const found = await findCard(ctx.db, slug)
  if (found === null) return gone(visit, scene)
  if (waitS > 0) {
    reply.header('retry-after', String(waitS))
    return answerPage(visit, 429, scene, wrong.tooMany, saying(wrong.tooMany, [wrong.tooManyText]), false)
  }
  const thanks = (): FastifyReply =>
    answerPage(
      visit,
      200,
      scene,
      words.thanks,
      saying(
        words.thanks,
        [words.thanksText],
        html`<div class="acts"><a class="button" href="/card/${slug}.vcf">${words.save}</a></div>`,
      ),
      false,
    )
  if (answers.website) return thanks()
  const { name = '', email = '', phone = '' } = answers
  const problems: Record<string, string> = {}
  if (name === '') problems.name = wrong.missing
  if (email === '' && phone === '') problems.email = wrong.emailOrPhone
  else if (email !== '' && !isEmail.safeParse(email).success) problems.email = wrong.emailWrong
  if (phone !== '' && phone.replaceAll(/\D/g, '').length < 6) problems.phone = wrong.phoneWrong
  if (Object.keys(problems).length > 0)
    return answerPage(visit, 422, scene, found.card.name, await render(visit, found, scene, answers, problems), false)
  const nowMs = ctx.now()
  const event = answers.event ? await eventNamed(ctx, answers.event) : null
  const card = {
    name,
    company: answers.company ?? '',
    title: '',
    emails: email === '' ? [] : [email],
    phones: phone === '' ? [] : [phone],
    city: '',
    region: '',
    postcode: '',
    country: '',
    url: '',
    note: (answers.note ?? '').slice(0, 200),
  }
  const facts = factsOfCard(
    card,
    { actor: null, event, source: 'card', landingPage: `/card/${slug}`, isLeft: true },
    nowMs,
  )
  const recorded = await recordFacts(ctx, facts, { onRefused: 'report' })
  const personId = recorded[0]?.personId
  if (personId !== undefined) await noteTie(ctx.db, { personId, userId: found.userId, source: 'card', nowMs })
  return thanks()
}
