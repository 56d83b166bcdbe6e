export type CostColumn =
  | 'day'
  | 'campaign'
  | 'campaignId'
  | 'adId'
  | 'account'
  | 'channel'
  | 'cost'
  | 'micros'
  | 'currency'
  | 'impressions'
  | 'clicks'
  | 'kind'
  | 'reference'

export type CostSource = 'google ads' | 'facebook ads' | 'linkedin ads' | 'csv'

/** The names columns have in the exports of ad platforms, their connectors and plain tables, as `plainColumn` leaves them. */
const NAMES: Readonly<Record<CostColumn, readonly string[]>> = {
  day: [
    'day',
    'date',
    'jour',
    'tag',
    'reporting starts',
    'date start',
    'start date in utc',
    'start date',
    'debut des rapports',
    'date de debut utc',
  ],
  campaign: ['campaign name', 'campaign', 'campagne', 'nom de la campagne', 'kampagne', 'utm campaign'],
  campaignId: ['campaign id', 'id de la campagne', 'identifiant de la campagne'],
  adId: ['ad id', 'creative id'],
  account: ['customer id', 'account id', 'account name', 'nom du compte'],
  channel: ['channel', 'canal', 'kanal'],
  cost: [
    'cost',
    'costs',
    'spend',
    'spent',
    'amount spent',
    'total spent',
    'cost in local currency',
    'amount',
    'cout',
    'couts',
    'depense',
    'depenses',
    'montant',
    'montant depense',
    'total depense',
    'kosten',
  ],
  micros: ['cost micros'],
  currency: ['currency', 'currency code', 'account currency', 'devise', 'code de devise', 'wahrung'],
  impressions: ['impressions', 'impr'],
  clicks: ['clicks', 'link clicks', 'inline link clicks', 'clics', 'clics sur un lien', 'klicks'],
  kind: ['kind', 'type', 'nature'],
  reference: ['reference', 'ref', 'invoice', 'facture'],
}

const BY_NAME = new Map<string, CostColumn>()
for (const [column, names] of Object.entries(NAMES)) {
  const role = roleNamed(column)
  if (role !== null) for (const name of names) BY_NAME.set(name, role)
}

function roleNamed(text: string): CostColumn | null {
  return text in NAMES ? (text as keyof typeof NAMES) : null
}

/** A column name without case, accents, punctuation and a currency in brackets. */
export function plainColumn(name: string): string {
  return name
    .replace(/\(([A-Z]{3})\)\s*$/, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

export type CostHeader = {
  at: ReadonlyMap<CostColumn, number>
  source: CostSource
  /** Named in the header: `Amount spent (EUR)`. */
  currency: string | null
}

/** Where a table of costs has what; null when it is none. */
export function readCostHeader(columns: readonly string[]): CostHeader | null {
  const at = new Map<CostColumn, number>()
  const plains = columns.map(plainColumn)
  for (const [index, plain] of plains.entries()) {
    const column = BY_NAME.get(plain)
    if (column !== undefined && !at.has(column)) at.set(column, index)
  }
  // The statistics of campaigns themselves call their campaign `id`.
  if (at.has('micros') && !at.has('campaignId') && plains.includes('base campaign') && plains.includes('id'))
    at.set('campaignId', plains.indexOf('id'))
  if (!at.has('day') || !(at.has('cost') || at.has('micros'))) return null
  const costName = columns[at.get('cost') ?? -1] ?? ''
  return { at, source: sourceOf(plains, at), currency: /\(([A-Z]{3})\)\s*$/.exec(costName)?.[1] ?? null }
}

function sourceOf(plains: readonly string[], at: ReadonlyMap<CostColumn, number>): CostSource {
  const has = (...names: string[]) => names.some((name) => plains.includes(name))
  if (at.has('micros') || (has('impr') && at.has('cost')) || has('customer id')) return 'google ads'
  if (has('cost in local currency', 'total spent', 'total depense', 'creative id')) return 'linkedin ads'
  if (has('inline link clicks', 'amount spent', 'montant depense', 'reporting starts', 'debut des rapports'))
    return 'facebook ads'
  return 'csv'
}

export type NamesHeader = { id: number; name: number | null; parent: number | null }

/** A table without costs that tells the name of each id, or the campaign an ad belongs to; null when it is none. */
export function readNamesHeader(columns: readonly string[]): NamesHeader | null {
  const plains = columns.map(plainColumn)
  const at = (name: string) => (plains.includes(name) ? plains.indexOf(name) : null)
  const id = at('id')
  if (id === null || (at('name') === null && at('campaign id') === null)) return null
  return { id, name: at('name'), parent: at('campaign id') }
}
