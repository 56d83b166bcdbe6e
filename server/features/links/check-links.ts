import { CLICK_IDS } from '@ensemble/engine/channels/click-ids.ts'
import { plainName } from '@ensemble/engine/channels/plain-name.ts'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { type CampaignIndex, readCampaignIndex } from '../campaigns/read-campaign-index.ts'
import { freshGrouping, presentGrouping } from '../channels/present-grouping.ts'
import { signalsOf } from '../channels/signals-of.ts'
import type { checkLinks as promise } from './contract.ts'

type View = z.input<NonNullable<(typeof promise)['response']>>
type Link = View['links'][number]
type Finding = Link['findings'][number]

const NEEDED = ['source', 'medium', 'campaign'] as const
const TAGS = [...NEEDED, 'term', 'content', 'id'] as const
const isTag = (name: string) => TAGS.some((tag) => `utm_${tag}` === name.toLowerCase())

/** Checks links as they would be counted now: by the rules and campaigns in force. */
export async function checkLinks(ctx: Context, urls: readonly string[]): Promise<View> {
  await freshGrouping(ctx)
  const index = await readCampaignIndex(ctx.db)
  const today = new Date(ctx.now()).toISOString().slice(0, 10)
  const links = urls.map((url) => checkLink(url.trim(), index, today))
  const paths = [...new Set(urls.flatMap((url) => URL.parse(url.trim())?.pathname ?? []))]
  const seen = await seenPages(ctx, paths)
  // A company without any landing page yet has none that could be wrong.
  if (seen === null) return { links }
  for (const link of links) {
    const path = URL.parse(link.url)?.pathname
    if (path !== undefined && !seen.has(path)) link.findings.push({ code: 'unseen-page', level: 'odd', what: path })
  }
  return { links }
}

async function seenPages(ctx: Context, paths: readonly string[]): Promise<Set<string> | null> {
  const { rows } = await ctx.db.query<{ page: string }>(
    'select distinct landing_page as page from leads where landing_page = any($1::text[])',
    [paths],
  )
  if (rows.length > 0) return new Set(rows.map((row) => row.page))
  const any = await ctx.db.query('select 1 from leads where landing_page is not null limit 1')
  return any.rowCount === 0 ? null : new Set()
}

function checkLink(text: string, index: CampaignIndex, today: string): Link {
  const url = URL.parse(text)
  if (url === null || !/^https?:$/.test(url.protocol))
    return {
      url: text,
      channel: null,
      campaign: null,
      findings: [{ code: 'not-a-link', level: 'wrong', what: text.slice(0, 200) }],
      better: null,
    }
  const findings: Finding[] = []
  const say = (code: Finding['code'], level: Finding['level'], what: string) => findings.push({ code, level, what })
  if (url.protocol === 'http:') say('not-https', 'odd', url.host)
  checkTags(url, say)
  const { signals } = signalsOf({ page: text, referrer: null, campaign: {} })
  const channel = presentGrouping().channelOf(signals)
  if (signals.medium !== null && channel === plainName(signals.medium) && presentGrouping().ruleOf(signals) === null)
    say('own-medium', 'odd', signals.medium)
  const campaign = index.find(signals.campaign)
  if (signals.campaign !== null && campaign === null) say('unknown-campaign', 'wrong', signals.campaign)
  if (campaign !== null && (campaign.isArchived || (campaign.endsOn !== null && campaign.endsOn < today)))
    say('campaign-over', 'odd', campaign.name)
  return {
    url: text,
    channel,
    campaign: campaign === null ? null : { id: campaign.id, name: campaign.name },
    findings,
    better: betterOf(url, campaign?.key ?? null),
  }
}

type Say = (code: Finding['code'], level: Finding['level'], what: string) => void

function checkTags(url: URL, say: Say): void {
  const params = [...url.searchParams]
  const tags = params.filter(([name]) => isTag(name))
  if (/[#&?]utm_/i.test(url.hash)) say('tags-behind-hash', 'wrong', url.hash.slice(0, 200))
  if (tags.length === 0) say('no-tags', 'wrong', 'utm_source, utm_medium, utm_campaign')
  else
    for (const tag of NEEDED)
      if (!tags.some(([name]) => name.toLowerCase() === `utm_${tag}`)) say(`no-${tag}`, 'wrong', `utm_${tag}`)
  const seen = new Set<string>()
  for (const [name, value] of tags) {
    const plain = name.toLowerCase()
    if (seen.has(plain)) say('tag-twice', 'wrong', plain)
    seen.add(plain)
    if (value.trim() === '') say('empty-tag', 'wrong', name)
    else if (name !== plain || value !== value.toLowerCase()) say('mixed-case', 'odd', `${name}=${value}`)
    if (/\s/.test(value.trim())) say('spaces', 'odd', `${name}=${value}`)
  }
  for (const [name, value] of params) {
    if (/[^\s@]+@[^\s@]+\.[^\s@]+/.test(value)) say('personal-data', 'wrong', name)
    if (Object.hasOwn(CLICK_IDS, name)) say('click-id', 'wrong', name)
  }
}

/** The link with small letters, underscores, one of each tag, and without the marks of somebody else's click. Null when it is so already. */
function betterOf(url: URL, key: string | null): string | null {
  const better = new URL(url)
  better.search = ''
  if (/[#&?]utm_/i.test(url.hash)) {
    const behind = url.hash.slice(1).replace(/^\?/, '')
    better.hash = ''
    for (const [name, value] of new URLSearchParams(behind)) add(better, name, value, key)
  }
  for (const [name, value] of url.searchParams) add(better, name, value, key)
  // Compared as marks are read, so that another way of writing a blank is no difference.
  return better.href === new URL(url.href).href || [...better.searchParams].join() === [...url.searchParams].join()
    ? null
    : better.href
}

function add(url: URL, name: string, value: string, key: string | null): void {
  if (Object.hasOwn(CLICK_IDS, name) || value.trim() === '') return
  if (!isTag(name)) url.searchParams.append(name, value)
  else if (!url.searchParams.has(name.toLowerCase())) {
    const plain = value.trim().toLowerCase().replace(/\s+/g, '_')
    url.searchParams.append(name.toLowerCase(), name.toLowerCase() === 'utm_campaign' && key !== null ? key : plain)
  }
}
