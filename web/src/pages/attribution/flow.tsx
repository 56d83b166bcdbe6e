import { SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { sankey, sankeyLinkHorizontal } from 'd3-sankey'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answered } from '../../api/types.ts'
import { Empty } from '../../ui/empty.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { useNumbers } from '../../ui/numbers.ts'
import look from './attribution.module.css'
import { nameOf } from './name-of.ts'
import { flowQuery } from './queries.ts'
import type { Asked, By } from './search.ts'

type Found = Answered<'getJourneyFlow'>
type Node = Found['nodes'][number]
type Link = Found['links'][number]

const WIDTH = 1080
const HEIGHT = 420
const SIDE = 150

/** From the first touch to what it became, as bands whose width is journeys; the same as a table. */
export function Flow({ asked, onOpen }: { asked: Asked; onOpen: (label: string) => void }) {
  const { t } = useTranslation()
  const [view, setView] = useState<'picture' | 'table'>('picture')
  const query = useQuery(flowQuery(asked))
  return (
    <Loaded query={query}>
      {(found) =>
        found.parties === 0 ? (
          <Empty title={t('attribution.flowEmpty')} />
        ) : (
          <>
            <div className={look.flowHead}>
              <p className={look.note}>
                {t('attribution.flowNote', { count: found.parties })}{' '}
                {found.withoutLead > 0 && t('attribution.flowWithout', { count: found.withoutLead })}
              </p>
              <SegmentedControl
                size="xs"
                aria-label={t('attribution.view')}
                data={[
                  { value: 'picture', label: t('attribution.picture') },
                  { value: 'table', label: t('attribution.table') },
                ]}
                value={view}
                onChange={(value) => setView(value === 'table' ? 'table' : 'picture')}
              />
            </div>
            {view === 'picture' ? (
              <Picture found={found} by={asked.by} onOpen={onOpen} />
            ) : (
              <Table found={found} by={asked.by} />
            )}
          </>
        )
      }
    </Loaded>
  )
}

function useNames(by: By) {
  const { t } = useTranslation()
  return ({ kind, label }: Pick<Node, 'kind' | 'label'>): string =>
    kind === 'others'
      ? t('attribution.others')
      : kind === 'outcome'
        ? t(`attribution.became.${label === 'won' ? 'won' : label === 'opportunity' ? 'opportunity' : 'lead'}`)
        : nameOf(label, by, t)
}

function Picture({ found, by, onOpen }: { found: Found; by: By; onOpen: (label: string) => void }) {
  const { t } = useTranslation()
  const { count } = useNumbers()
  const [pointed, setPointed] = useState<string | null>(null)
  const say = useNames(by)
  const layout = sankey<Node, Link>()
    .nodeId((node) => node.id)
    .nodeAlign((node) => node.column)
    .nodeWidth(10)
    .nodePadding(14)
    .extent([
      [SIDE, 8],
      [WIDTH - SIDE, HEIGHT - 8],
    ])
  const { nodes, links } = layout({
    nodes: found.nodes.map((node) => ({ ...node })),
    links: found.links.map((link) => ({ ...link, source: link.from, target: link.to, value: link.parties })),
  })
  const path = sankeyLinkHorizontal<Node, Link>()
  return (
    <div className={look.flowBox}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={look.flow} aria-label={t('attribution.flowLabel')}>
        {links.map((link) => {
          const isWon = link.to.endsWith(':won')
          const isLit = pointed === null || link.from === pointed || link.to === pointed
          return (
            <path
              key={`${link.from}>${link.to}`}
              d={path(link) ?? ''}
              fill="none"
              stroke={isWon ? 'var(--sales)' : 'var(--marketing)'}
              strokeWidth={Math.max(1, link.width ?? 1)}
              opacity={isLit ? (isWon ? 0.5 : 0.26) : 0.07}
            />
          )
        })}
        {nodes.map((node) => {
          const [x0 = 0, x1 = 0, y0 = 0, y1 = 0] = [node.x0, node.x1, node.y0, node.y1]
          const isLast = node.kind === 'outcome'
          const isFirst = node.column === 0
          const opens =
            node.kind === 'touch'
              ? {
                  role: 'button',
                  tabIndex: 0,
                  'aria-label': t('attribution.openDeals', { name: say(node) }),
                  className: look.opens,
                  onClick: () => onOpen(node.label),
                  onKeyDown: (event: KeyboardEvent) => {
                    if (event.key === 'Enter') onOpen(node.label)
                  },
                }
              : {}
          return (
            // biome-ignore lint/a11y/noStaticElementInteractions: a node that opens has its role and its keys in `opens`
            <g
              key={node.id}
              onPointerEnter={() => setPointed(node.id)}
              onPointerLeave={() => setPointed(null)}
              onFocus={() => setPointed(node.id)}
              onBlur={() => setPointed(null)}
              {...opens}
            >
              <rect
                x={x0}
                y={y0}
                width={x1 - x0}
                height={Math.max(1, y1 - y0)}
                rx={1.5}
                fill={isLast ? 'var(--sales)' : 'var(--marketing)'}
              />
              <text
                x={isFirst ? x0 - 8 : x1 + 8}
                y={(y0 + y1) / 2}
                dy="0.35em"
                textAnchor={isFirst ? 'end' : 'start'}
                className={look.flowText}
              >
                {cut(say(node))} <tspan className={look.flowCount}>{count(node.parties)}</tspan>
              </text>
            </g>
          )
        })}
      </svg>
    </div>
  )
}

function cut(text: string): string {
  return text.length > 19 ? `${text.slice(0, 18)}…` : text
}

function Table({ found, by }: { found: Found; by: By }) {
  const { t } = useTranslation()
  const { count, share } = useNumbers()
  const say = useNames(by)
  const nodes = new Map(found.nodes.map((node) => [node.id, node]))
  const called = (id: string): string => {
    const node = nodes.get(id)
    return node === undefined ? '' : say(node)
  }
  return (
    <table className={look.table}>
      <thead>
        <tr>
          <th scope="col">{t('attribution.flowFrom')}</th>
          <th scope="col" className={look.left}>
            {t('attribution.flowTo')}
          </th>
          <th scope="col">{t('attribution.journeys')}</th>
          <th scope="col">{t('attribution.flowShare')}</th>
        </tr>
      </thead>
      <tbody>
        {found.links.map((link) => (
          <tr key={`${link.from}>${link.to}`}>
            <td>{`${(nodes.get(link.from)?.column ?? 0) + 1}. ${called(link.from)}`}</td>
            <td className={look.left}>{called(link.to)}</td>
            <td>{count(link.parties)}</td>
            <td>{share(link.parties / (nodes.get(link.from)?.parties || 1))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
