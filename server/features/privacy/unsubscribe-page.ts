import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../../context.ts'
import { type Html, html } from '../forms/html.ts'
import { page, saying } from '../forms/page.ts'
import { type Language, languageOf } from '../forms/phrases.ts'
import { addressOf } from '../people/follow-redirect.ts'
import { readHouseSettings } from '../setup/house-settings.ts'
import { consentsOf } from './consents.ts'
import { listPurposes } from './purposes.ts'
import { readUnsubscribeToken } from './unsubscribe-link.ts'
import { UNSUBSCRIBE } from './unsubscribe-phrases.ts'
import { withdrawPurposes } from './withdraw-purposes.ts'

type Visit = { ctx: Context; request: FastifyRequest; reply: FastifyReply; token: string }
type Named = { purpose: string; name: string; isGone: boolean }
type Scene = {
  language: Language
  company: string
  /** Whose link it is, and what they may take back: the purpose of the link first. Null when the link is of no use. */
  found: { personId: string; address: string | null; named: readonly Named[] } | null
  isSigned: boolean
}

const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
const TICKED = 'take-back:'

/** The page with one button. Looking at it changes nothing: mail programs and scanners open links by themselves. */
export async function showUnsubscribe(visit: Visit): Promise<FastifyReply> {
  const scene = await sceneOf(visit)
  const { language, found } = scene
  const words = UNSUBSCRIBE[language]
  const first = found?.named[0]
  if (found === null || first === undefined) return useless(visit, scene)
  if (found.named.every((each) => each.isGone))
    return answer(visit, 200, scene, saying(words.already, [words.alreadyText(first.name)]))
  return answer(visit, 200, scene, asking(visit, scene, null))
}

/** Takes back the purpose of the link, or those that were ticked on the page. */
export async function takeUnsubscribe(visit: Visit): Promise<FastifyReply> {
  const scene = await sceneOf(visit)
  const { language, found } = scene
  const words = UNSUBSCRIBE[language]
  const first = found?.named[0]
  if (found === null || first === undefined) return useless(visit, scene)
  const body = fieldsOf(visit.request.body)
  const ticked = body.has('page') ? found.named.filter((each) => body.has(`${TICKED}${each.purpose}`)) : [first]
  if (ticked.length === 0) return answer(visit, 422, scene, asking(visit, scene, words.chooseOne))
  try {
    await withdrawPurposes(
      visit.ctx,
      found.personId,
      ticked.map((each) => each.purpose),
    )
  } catch (error) {
    visit.request.log.error({ err: error }, 'an unsubscription was not stored')
    return answer(visit, 503, scene, saying(words.notNow, [words.notNowText]))
  }
  return answer(visit, 200, scene, saying(words.done, [words.doneText(ticked.map((each) => each.name).join(', '))]))
}

async function sceneOf({ ctx, request, token }: Visit): Promise<Scene> {
  const { company, locale } = await readHouseSettings(ctx.db)
  const query = fieldsOf(request.query)
  const language = languageOf(query.get('lang'), request.headers['accept-language'], locale)
  const link = readUnsubscribeToken(ctx, token)
  if (link === null) return { language, company, found: null, isSigned: false }
  const personId = (await addressOf(ctx.db, link.personId)) ?? link.personId
  const { rows } = await ctx.db.query<{ email: string | null }>(
    `select coalesce(p.email, (select min(i.value) from identities i where i.person_id = p.person_id and i.kind = 'email')) as email
     from people p where p.person_id = $1 and p.erased_at is null`,
    [personId],
  )
  const person = rows[0]
  if (person === undefined) return { language, company, found: null, isSigned: true }
  const [consents, purposes] = await Promise.all([consentsOf(ctx.db, personId), listPurposes(ctx.db)])
  const nameOf = (key: string): string => {
    const purpose = purposes.find((each) => each.purpose === key)
    return (language === 'fr' ? purpose?.nameFr : null) ?? purpose?.name ?? key
  }
  const isGone = (key: string) => consents.find((each) => each.purpose === key)?.state === 'withdrawn'
  const others = consents.filter((each) => each.state === 'given').map((each) => each.purpose)
  const named = [...new Set([link.purpose, ...others])].map((purpose) => ({
    purpose,
    name: nameOf(purpose),
    isGone: isGone(purpose),
  }))
  return { language, company, found: { personId, address: hinted(person.email), named }, isSigned: true }
}

/** Enough of an address to know one's own by: the link may have been forwarded. */
function hinted(email: string | null): string | null {
  const [local = '', domain] = email?.split('@') ?? []
  return domain === undefined ? null : `${local.slice(0, 1)}…@${domain}`
}

function fieldsOf(value: unknown): Map<string, unknown> {
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : [])
}

function asking({ token }: Visit, { language, company, found }: Scene, alarm: string | null): Html {
  const words = UNSUBSCRIBE[language]
  const open = (found?.named ?? []).filter((each) => !each.isGone)
  const only = open.length === 1 ? open[0] : undefined
  const boxes = open.map(({ purpose, name }, place) => {
    const box = `${TICKED}${purpose}`
    const isFirst = place === 0 && purpose === found?.named[0]?.purpose
    return html`<label class="check" for="${box}"><input type="checkbox" id="${box}" name="${box}" value="yes"${isFirst && html` checked`}><span>${name}</span></label>`
  })
  return html`<form class="card" method="post" action="/u/${token}?lang=${language}">
<h1>${words.title}</h1>
<p class="intro">${only === undefined ? words.several(company) : words.one(only.name, company)}${found?.address != null && html`<br>${words.about(found.address)}`}</p>
${alarm !== null && html`<div class="problems" role="alert">${alarm}</div>`}
<input type="hidden" name="page" value="yes">
${only === undefined ? boxes : html`<input type="hidden" name="${TICKED}${only.purpose}" value="yes">`}
<button type="submit">${words.button}</button>
</form>`
}

function useless(visit: Visit, scene: Scene): FastifyReply {
  const words = UNSUBSCRIBE[scene.language]
  return scene.isSigned
    ? answer(visit, 200, scene, saying(words.nobody, [words.nobodyText]))
    : answer(visit, 404, scene, saying(words.broken, [words.brokenText]))
}

function answer({ reply, request, token }: Visit, status: number, scene: Scene, body: Html): FastifyReply {
  const { language, company } = scene
  const other = request.method === 'GET' ? `/u/${token}?lang=${language === 'en' ? 'fr' : 'en'}` : null
  return reply
    .code(status)
    .header('content-security-policy', POLICY)
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'no-referrer')
    .header('vary', 'accept-language')
    .type('text/html; charset=utf-8')
    .send(page({ language, company, title: UNSUBSCRIBE[language].title, otherLanguage: other, body }))
}
