import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../../context.ts'
import { readHouseSettings } from '../setup/house-settings.ts'
import { type AskedConsent, askedConsents, boxOf, givenConsents } from './asked-consents.ts'
import { checkAnswers } from './check-answers.ts'
import type { AnswerProblems, Answers, HostedForm } from './field.ts'
import type { Html } from './html.ts'
import { html } from './html.ts'
import { keptAtFirst, onlyKept } from './kept-fields.ts'
import { page, saying } from './page.ts'
import { type Language, languageOf, PHRASES, standardOr } from './phrases.ts'
import { findForm } from './queries.ts'
import { readAnswers } from './read-answers.ts'
import { renderForm, TRAP } from './render-form.ts'
import { sendForm } from './send-form.ts'

type Visit = { ctx: Context; request: FastifyRequest; reply: FastifyReply; slug: string }
type Scene = { form: HostedForm | null; asked: readonly AskedConsent[]; language: Language; company: string }

// A hosted form may stand in a frame of the company's own site. It needs no script, picture or connection.
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors *"

/** The form as a page. */
export async function showForm(visit: Visit): Promise<FastifyReply> {
  const kept = keptAtFirst(visit.request)
  const scene = await sceneOf(visit, kept.lang)
  if (scene.form === null) return closed(visit, scene)
  return answer(
    visit,
    200,
    scene,
    otherLanguage(visit, scene),
    renderForm({ ...scene, form: scene.form, answers: {}, problems: {}, kept, alarm: null }),
  )
}

/** Takes what was sent: the thanks, or the form again with each problem beside its field. `waitS` > 0 asks for patience. */
export async function takeForm(visit: Visit, waitS: number): Promise<FastifyReply> {
  const answers = readAnswers(visit.request.body)
  const scene = await sceneOf(visit, answers.lang)
  const { form, asked, language } = scene
  const words = PHRASES[language]
  if (form === null) return closed(visit, scene)
  const again = (status: number, problems: AnswerProblems, alarm: string | null) =>
    answer(
      visit,
      status,
      scene,
      null,
      renderForm({ form, asked, language, answers, problems, kept: onlyKept(answers), alarm }),
    )
  if (waitS > 0) {
    visit.reply.header('retry-after', String(waitS))
    return again(429, {}, words.tooManyText)
  }
  if (answers[TRAP]) return thanks(visit, scene, answers)
  const given = await givenConsents(visit.ctx.db, asked, answers, language)
  const problems: AnswerProblems = checkAnswers(form.fields, answers, language)
  for (const one of asked)
    if (one.isRequired && given.every((each) => each.purpose !== one.purpose))
      problems[boxOf(one)] = words.consentMissing
  if (Object.keys(problems).length > 0) return again(422, problems, null)
  try {
    await sendForm(visit.ctx, { form, answers, given, language })
  } catch (error) {
    visit.request.log.error({ err: error, form: form.slug }, 'a sent form was not stored')
    return again(503, {}, words.notNowText)
  }
  return thanks(visit, scene, answers)
}

async function sceneOf({ ctx, request, slug }: Visit, asked: unknown): Promise<Scene> {
  const [form, settings] = await Promise.all([findForm(ctx.db, slug), readHouseSettings(ctx.db)])
  const language = languageOf(asked, request.headers['accept-language'], settings.locale)
  const shown = form?.isPublished ? form : null
  const consents = shown === null ? [] : await askedConsents(ctx.db, shown, language)
  return { form: shown, asked: consents, language, company: settings.company }
}

function thanks(visit: Visit, scene: Scene, answers: Answers): FastifyReply {
  const words = PHRASES[scene.language]
  const sentences =
    answers.wantsCall === 'yes' && answers.phone ? [words.thanksText, words.thanksCall] : [words.thanksText]
  const link = html`<p><a href="/f/${visit.slug}?lang=${scene.language}">${words.again}</a></p>`
  return answer(visit, 200, scene, null, saying(words.thanks, sentences, link))
}

function closed(visit: Visit, scene: Scene): FastifyReply {
  const words = PHRASES[scene.language]
  return answer(visit, 404, scene, null, saying(words.gone, [words.goneText]))
}

function otherLanguage({ request }: Visit, { language }: Scene): string {
  const url = new URL(request.url, 'https://page.invalid')
  url.searchParams.set('lang', language === 'en' ? 'fr' : 'en')
  return url.pathname + url.search
}

function answer(
  { reply, request }: Visit,
  status: number,
  scene: Scene,
  otherLanguage: string | null,
  body: Html,
): FastifyReply {
  const { form, language, company } = scene
  const title = form === null ? PHRASES[language].gone : standardOr(form.title, 'standardTitle', language)
  reply.removeHeader('x-frame-options')
  reply.header('content-security-policy', POLICY).header('cache-control', 'no-store').header('vary', 'accept-language')
  request.log.debug({ status }, 'hosted form')
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .send(page({ language, company, title, otherLanguage, body }))
}
