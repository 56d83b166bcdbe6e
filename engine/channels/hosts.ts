export type HostKind = 'search' | 'social' | 'video' | 'email'
export type KnownHost = { source: string; kind: string }

/** Names with the same meaning under every country's ending: `google.com.br`, `bing.com`. */
const FAMILIES: Readonly<Record<HostKind, readonly string[]>> = {
  search: [
    'google',
    'bing',
    'yahoo',
    'duckduckgo',
    'ecosia',
    'qwant',
    'baidu',
    'yandex',
    'startpage',
    'naver',
    'seznam',
  ],
  social: [
    'facebook',
    'instagram',
    'linkedin',
    'twitter',
    'tiktok',
    'pinterest',
    'reddit',
    'threads',
    'bsky',
    'mastodon',
    'whatsapp',
    'xing',
    'viadeo',
    'vkontakte',
    'quora',
    'tumblr',
    'snapchat',
  ],
  video: ['youtube', 'vimeo', 'dailymotion', 'twitch'],
  email: ['gmx', 'laposte', 'protonmail', 'hotmail'],
}

/** Hosts that their family does not tell, or that are something else than it. */
const HOSTS: Readonly<Record<string, KnownHost>> = {
  'mail.google.com': { source: 'gmail', kind: 'email' },
  'com.google.android.gm': { source: 'gmail', kind: 'email' },
  'outlook.live.com': { source: 'outlook', kind: 'email' },
  'outlook.office.com': { source: 'outlook', kind: 'email' },
  'outlook.office365.com': { source: 'outlook', kind: 'email' },
  'mail.yahoo.com': { source: 'yahoo mail', kind: 'email' },
  'mail.proton.me': { source: 'proton mail', kind: 'email' },
  'mail.zoho.com': { source: 'zoho mail', kind: 'email' },
  'mail.aol.com': { source: 'aol mail', kind: 'email' },
  'webmail.free.fr': { source: 'free', kind: 'email' },
  'search.brave.com': { source: 'brave', kind: 'search' },
  'kagi.com': { source: 'kagi', kind: 'search' },
  'mojeek.com': { source: 'mojeek', kind: 'search' },
  'lilo.org': { source: 'lilo', kind: 'search' },
  'search.aol.com': { source: 'aol', kind: 'search' },
  't.co': { source: 'twitter', kind: 'social' },
  'x.com': { source: 'twitter', kind: 'social' },
  'lnkd.in': { source: 'linkedin', kind: 'social' },
  'fb.me': { source: 'facebook', kind: 'social' },
  'fb.com': { source: 'facebook', kind: 'social' },
  'vk.com': { source: 'vkontakte', kind: 'social' },
  'news.ycombinator.com': { source: 'hacker news', kind: 'social' },
  'wa.me': { source: 'whatsapp', kind: 'social' },
  't.me': { source: 'telegram', kind: 'social' },
  'youtu.be': { source: 'youtube', kind: 'video' },
}

/** What people write as utm_source for these. */
const SHORT: Readonly<Record<string, KnownHost>> = {
  fb: { source: 'facebook', kind: 'social' },
  ig: { source: 'instagram', kind: 'social' },
  x: { source: 'twitter', kind: 'social' },
  li: { source: 'linkedin', kind: 'social' },
  yt: { source: 'youtube', kind: 'video' },
}

const OF_FAMILY = new Map<string, KnownHost>()
for (const kind of ['search', 'social', 'video', 'email'] as const)
  for (const name of FAMILIES[kind]) OF_FAMILY.set(name, { source: name, kind })

/** The host or one it lies under, as `own` (a company's list, by host or `host/folder`) or the product knows it. */
export function knownHost(
  host: string,
  folder: string | null,
  own: ReadonlyMap<string, KnownHost> = new Map(),
): KnownHost | null {
  const labels = host.split('.')
  for (let from = 0; from < labels.length - 1; from++) {
    const name = labels.slice(from).join('.')
    const found = (folder === null ? undefined : own.get(`${name}/${folder}`)) ?? own.get(name)
    if (found !== undefined) return found
    if (Object.hasOwn(HOSTS, name)) return HOSTS[name] ?? null
  }
  // `google` in `www.google.com.br`: the name before an ending of one or two parts.
  for (const at of [labels.length - 2, labels.length - 3]) {
    const found = OF_FAMILY.get(labels[at] ?? '')
    if (found !== undefined && (at === labels.length - 2 || isShortEnding(labels.slice(at + 1)))) return found
  }
  return null
}

function isShortEnding(labels: readonly string[]): boolean {
  return labels.every((label) => label.length <= 3)
}

/** What a utm_source names: `LinkedIn`, `facebook ads`, `fb`, or a host. */
export function knownSource(source: string, own?: ReadonlyMap<string, KnownHost>): KnownHost | null {
  if (source.includes('.')) return knownHost(source.replace(/^www\./, ''), null, own)
  const first = source.split(' ')[0] ?? ''
  return (Object.hasOwn(SHORT, first) ? SHORT[first] : undefined) ?? OF_FAMILY.get(first) ?? null
}
