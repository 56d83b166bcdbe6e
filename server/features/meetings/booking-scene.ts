import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../../context.ts'
import { type Html, html } from '../forms/html.ts'
import { page } from '../forms/page.ts'
import { type Language, languageOf } from '../forms/phrases.ts'
import { readHouseSettings } from '../setup/house-settings.ts'
import { BOOKING_POLICY, BOOKING_STYLE, ZONE_SCRIPT } from './booking-look.ts'
import { zoneNamed } from './read-calendar.ts'

export type Visit = { ctx: Context; request: FastifyRequest; reply: FastifyReply }
/** Who looks, and how they read: their language, the zone times are shown in, the locale of their browser. */
export type Scene = { language: Language; locale: string; zone: string; company: string; house: string }

/** What an address or a form says, as texts. */
export function askedOf(source: unknown): Record<string, string> {
  if (typeof source !== 'object' || source === null) return {}
  return Object.fromEntries(
    Object.entries(source).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value.slice(0, 4_000).toWellFormed()]] : [],
    ),
  )
}

export async function sceneOf({ ctx, request }: Visit, asked: Record<string, string>): Promise<Scene> {
  const settings = await readHouseSettings(ctx.db)
  const accepted = request.headers['accept-language']
  const language = languageOf(asked.lang, accepted, settings.locale)
  const tag = (accepted ?? '').split(',').map((part) => part.split(';')[0]?.trim() ?? '')
  const own = tag.find((one) => one.toLowerCase().startsWith(`${language}-`))
  return {
    language,
    locale: own !== undefined && isLocale(own) ? own : language,
    zone: (asked.zone === undefined ? null : zoneNamed(asked.zone)) ?? settings.zone,
    company: settings.company,
    house: settings.zone,
  }
}

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

/** Sends a page of the booking kind. */
export function answerPage(
  { request, reply }: Visit,
  status: number,
  scene: Scene,
  title: string,
  body: Html,
  canSwitch = true,
): FastifyReply {
  const other = new URL(request.url, 'https://page.invalid')
  other.searchParams.set('lang', scene.language === 'en' ? 'fr' : 'en')
  reply.removeHeader('x-frame-options')
  reply
    .header('content-security-policy', BOOKING_POLICY)
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'strict-origin-when-cross-origin')
    .header('vary', 'accept-language')
  const whole = html`<style>${{ markup: BOOKING_STYLE }}</style>
${body}
<script>${{ markup: ZONE_SCRIPT }}</script>`
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .send(
      page({
        language: scene.language,
        company: scene.company,
        title,
        otherLanguage: canSwitch ? other.pathname + other.search : null,
        body: whole,
      }),
    )
}
