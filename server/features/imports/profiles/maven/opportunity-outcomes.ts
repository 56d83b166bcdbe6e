import type { IncomingFact } from '../../../facts/incoming.ts'
import { dropped, type Finding, repaired, warning } from '../../finding.ts'
import { readCountry } from '../../values/read-country.ts'
import { readDate } from '../../values/read-date.ts'
import { readCents } from '../../values/read-number.ts'
import { cellReader } from '../olist/columns.ts'
import { type ImportFile, isDropped, type ProfileInput, type RowOutcome } from '../profile.ts'
import { type Product, productKey, type Surroundings } from './read-surroundings.ts'

const STAGES = ['Prospecting', 'Engaging', 'Won', 'Lost']
const CURRENCY = 'USD'

type Opportunity = {
  id: string
  stage: string
  agent: string
  engagedMs: number
  closedMs: number
  closer: string | null
  product: Product | string
  valueCents: number | null
}

/** Each row is one opportunity: somebody at a company, met by an agent, open or closed. The set knows no names of buyers. */
export async function* opportunityOutcomes(
  file: ImportFile,
  input: ProfileInput,
  known: Surroundings,
): AsyncGenerator<RowOutcome> {
  const cell = cellReader(file.table.columns)
  const seen = new Set<string>()
  for await (const { row, cells, findings } of file.table.rows()) {
    const outcome: RowOutcome = { file: file.name, row, cells, facts: [], findings: [...findings] }
    const of = (column: string): string => cell(cells, column)
    const id = of('opportunity_id')
    if (id === '') outcome.findings.push(dropped('no-id', 'The row has no opportunity_id.', 'opportunity_id'))
    else if (seen.has(id))
      outcome.findings.push(
        dropped('duplicate-deal', `The opportunity ${id} stands already in an earlier row.`, 'opportunity_id'),
      )
    if (!STAGES.includes(of('deal_stage')))
      outcome.findings.push(
        dropped('unknown-stage', `"${of('deal_stage')}" is none of ${STAGES.join(', ')}.`, 'deal_stage'),
      )
    const opportunity = readOpportunity(of, input.arrivedAtMs, known, outcome.findings)
    const company = companyOf(of('account'), known, outcome.findings)
    if (!isDropped(outcome.findings)) {
      seen.add(id)
      const closer =
        opportunity.agent === ''
          ? null
          : await input.users.byExternalId(`maven:${opportunity.agent}`, opportunity.agent)
      outcome.facts = factsOf({ ...opportunity, closer }, company, known, input.importId)
    }
    yield outcome
  }
}

function readOpportunity(
  of: (column: string) => string,
  arrivedAtMs: number,
  known: Surroundings,
  findings: Finding[],
): Omit<Opportunity, 'closer'> {
  const stage = of('deal_stage')
  const isClosed = stage === 'Won' || stage === 'Lost'
  const dateIn = (column: string, isNeeded: boolean): number | null => {
    if (of(column) === '' && !isNeeded) return null
    const read = readDate(of(column), { format: 'iso', zone: 'UTC', nowMs: arrivedAtMs })
    if (read.ok) return read.value.atMs
    findings.push(dropped(read.code, `${read.reason}; without it a ${stage} opportunity cannot be counted.`, column))
    return null
  }
  const engagedMs = dateIn('engage_date', stage !== 'Prospecting')
  const closedMs = dateIn('close_date', isClosed)
  if (stage === 'Prospecting' && engagedMs === null)
    findings.push(warning('no-date', 'Not engaged yet: it counts from the day of this import.', 'engage_date'))
  const start = engagedMs ?? arrivedAtMs
  if (isClosed && closedMs !== null && closedMs < start)
    findings.push(
      repaired('closed-before-engaged', 'Closed before it was engaged; it counts from there.', 'close_date'),
    )
  const value = of('close_value') === '' ? null : readCents(of('close_value'), '.')
  if (value !== null && !value.ok)
    findings.push(repaired('not-a-number', `${value.reason}; the amount is left out.`, 'close_value'))
  const written = of('product')
  const product = known.products.get(productKey(written))
  if (product !== undefined && product.name !== written)
    findings.push(repaired('misspelt', `The product "${written}" is read as "${product.name}".`, 'product'))
  else if (product === undefined && known.products.size > 0)
    findings.push(warning('unknown-product', `No product is called "${written}"; it is kept as written.`, 'product'))
  const agent = of('sales_agent')
  if (agent === '')
    findings.push(warning('no-agent', 'The row names no sales agent; the deal has no closer.', 'sales_agent'))
  else if (known.agents.size > 0 && !known.agents.has(agent))
    findings.push(warning('unknown-agent', `"${agent}" is in no team; the name is kept.`, 'sales_agent'))
  return {
    id: of('opportunity_id'),
    stage,
    agent,
    engagedMs: start,
    closedMs: Math.max(start, closedMs ?? start),
    product: product ?? written,
    valueCents: value?.ok && value.value >= 0 ? value.value : null,
  }
}

function companyOf(name: string, known: Surroundings, findings: Finding[]): Record<string, string | number> | null {
  if (name === '') {
    findings.push(warning('no-account', 'The row names no account; the deal stands without a company.', 'account'))
    return null
  }
  const company = known.companies.get(name)
  if (company === undefined) {
    if (known.companies.size > 0)
      findings.push(warning('unknown-account', `No account is called "${name}"; the name is kept.`, 'account'))
    return { name, externalId: `maven:${name}` }
  }
  const { country, ...rest } = company
  const code = country === undefined ? null : readCountry(country)
  if (country !== undefined && code === null)
    findings.push(
      warning('unknown-country', `"${country}" is no country known here; ${name} stands without one.`, 'account'),
    )
  return { ...rest, externalId: `maven:${name}`, ...(code === null ? {} : { country: code }) }
}

function factsOf(
  { id, stage, agent, engagedMs, closedMs, closer, product, valueCents }: Opportunity,
  account: Record<string, string | number> | null,
  known: Surroundings,
  importId: string,
): IncomingFact[] {
  const deal = `maven:${id}`
  const common = { source: 'import', isHistory: true, who: { externalId: deal }, touch: null, importId, actor: closer }
  const fact = (kind: string, at: number, data: unknown): IncomingFact => ({
    ...common,
    kind,
    at,
    data,
    messageId: `${deal}:${kind}`,
  })
  const person = fact('person.identified', engagedMs, {
    person: { name: `Buyer of ${id}` },
    ...(account === null ? {} : { account }),
  })
  const isKnown = typeof product !== 'string'
  const team = known.agents.get(agent)
  const details = {
    product: isKnown ? product.name : product,
    ...(isKnown ? { series: product.series, listPrice: product.listPrice } : {}),
    ...(team === undefined ? {} : { manager: team.manager, office: team.office }),
  }
  const name = isKnown ? product.name : product
  const amount = valueCents === null || stage === 'Lost' ? {} : { amountCents: valueCents, currency: CURRENCY }
  const facts = [
    person,
    fact('lead.recorded', engagedMs, { externalId: id }),
    fact('deal.opened', engagedMs, {
      deal,
      ...(name === '' ? {} : { name }),
      ...(closer === null ? {} : { closer }),
      details,
    }),
  ]
  if (stage === 'Won') facts.push(fact('deal.won', closedMs, { deal, ...amount, proof: 'none' }))
  else if (stage === 'Lost') facts.push(fact('deal.lost', closedMs, { deal, reason: 'not recorded' }))
  else facts.push(fact('deal.moved', engagedMs, { deal, stage }))
  return facts
}
