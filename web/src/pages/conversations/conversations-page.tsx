import { Button, NativeSelect } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIsRole } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { Empty } from '../../ui/empty.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Moment } from '../../ui/moment.tsx'
import { useNumbers } from '../../ui/numbers.ts'
import { OpenNumber } from '../../ui/open-number.tsx'
import { Page, PageHeader, Section } from '../../ui/page.tsx'
import { RateText } from '../../ui/rate-text.tsx'
import { ReasonedButton } from '../../ui/reasoned-button.tsx'
import look from './conversations.module.css'
import { conversationsQuery, type Talk, talkQuery } from './queries.ts'
import { sayLength, sayPlace } from './say-length.ts'
import { CALL_KINDS } from './search.ts'
import { ShareBar } from './share-bar.tsx'

const ListsDrawer = lazy(async () => ({ default: (await import('./lists-drawer.tsx')).ListsDrawer }))
const route = getRouteApi('/framed/conversations')

/** How two-way the company speaks: by seller, in writing, what was heard, and the conversations behind it. */
export function ConversationsPage() {
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const query = useQuery(talkQuery(search))
  const mayListen = useIsRole('admin', 'manager', 'marketer')
  const [isListening, setListening] = useState(false)
  return (
    <Page>
      <PageHeader
        title={t('conversations.title')}
        aside={t('conversations.intro')}
        actions={
          <ReasonedButton why={mayListen ? null : t('conversations.cannotListen')} onClick={() => setListening(true)}>
            {t('conversations.listen')}
          </ReasonedButton>
        }
      />
      <div className={look.filters}>
        <NativeSelect
          size="xs"
          aria-label={t('conversations.kind')}
          value={search.kind ?? ''}
          data={[
            { value: '', label: t('conversations.anyKind') },
            ...CALL_KINDS.map((value) => ({ value, label: t(`conversations.kinds.${value}`) })),
          ]}
          onChange={(event) => {
            const kind = CALL_KINDS.find((one) => one === event.currentTarget.value)
            void navigate({ search: (before) => ({ ...before, kind }), replace: true })
          }}
        />
        <span className="quiet small">{t('conversations.period')}</span>
      </div>
      <Loaded query={query}>{(talk) => <Report talk={talk} />}</Loaded>
      {isListening ? (
        <Suspense fallback={null}>
          <ListsDrawer isOpen onClose={() => setListening(false)} />
        </Suspense>
      ) : null}
    </Page>
  )
}

function Report({ talk }: { talk: Talk }) {
  const { t } = useTranslation()
  if (talk.all.n === 0 && talk.heard.length === 0) return <List />
  return (
    <>
      <Sellers talk={talk} />
      <Section title={t('conversations.dialogue.title')}>
        <p className="quiet small">{t('conversations.dialogue.intro')}</p>
        <Dialogue talk={talk} />
      </Section>
      <Section title={t('conversations.heard.title')}>
        <Heard talk={talk} />
      </Section>
      <List />
    </>
  )
}

function Sellers({ talk }: { talk: Talk }) {
  const { t } = useTranslation()
  const { share, points } = useNumbers()
  const navigate = route.useNavigate()
  const none = <span className="quiet">–</span>
  return (
    <Section
      title={t('conversations.talk.title')}
      aside={t('conversations.talk.references', {
        article: share(talk.target.article),
        best: share(talk.target.measuredBest),
      })}
    >
      {talk.sellers.length === 0 ? <p className="quiet">{t('conversations.talk.none')}</p> : null}
      <p className="quiet small">{t('conversations.talk.how')}</p>
      <div className={look.tableBox}>
        <table className={look.table} data-stacks>
          <thead>
            <tr>
              <th>{t('conversations.talk.seller')}</th>
              <th>{t('conversations.talk.share')}</th>
              <th>{t('conversations.talk.inTarget')}</th>
              <th data-end>{t('conversations.talk.longest')}</th>
              <th data-end>{t('conversations.talk.questions')}</th>
              <th data-end>{t('conversations.talk.patience')}</th>
            </tr>
          </thead>
          <tbody>
            {talk.sellers.map(({ seller, prospectShare, ...one }) => (
              <tr key={seller?.id ?? ''}>
                <td>
                  {seller === null ? (
                    <span className="quiet">{t('conversations.talk.nobody')}</span>
                  ) : (
                    <OpenNumber
                      label={seller.name}
                      onOpen={() =>
                        void navigate({ search: (before) => ({ ...before, seller: seller.id }), hash: 'conversations' })
                      }
                    >
                      {seller.name}
                    </OpenNumber>
                  )}
                </td>
                <td>
                  <div className={look.shareCell}>
                    {prospectShare.mean === null ? (
                      none
                    ) : (
                      <>
                        <strong>{share(prospectShare.mean)}</strong>
                        <ShareBar
                          share={prospectShare.mean}
                          low={prospectShare.low}
                          high={prospectShare.high}
                          target={talk.target}
                        />
                      </>
                    )}
                    <span className="quiet small">
                      {t('conversations.talk.calls', { count: prospectShare.n })}
                      {prospectShare.low === null || prospectShare.high === null
                        ? ` · ${t('conversations.talk.few')}`
                        : ` · ${t('conversations.talk.interval', { low: share(Math.max(0, prospectShare.low)), high: share(Math.min(1, prospectShare.high)) })}`}
                    </span>
                  </div>
                </td>
                <td data-label={t('conversations.talk.inTarget')}>
                  <RateText rate={one.inTarget} />
                </td>
                <td data-end data-label={t('conversations.talk.longest')}>
                  {one.longestTurnMs === null ? none : sayLength(one.longestTurnMs, points)}
                </td>
                <td data-end data-label={t('conversations.talk.questions')}>
                  {one.questionsPerHour === null ? none : points(one.questionsPerHour)}
                </td>
                <td data-end data-label={t('conversations.talk.patience')}>
                  {one.patienceMs === null ? none : sayLength(one.patienceMs, points)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}

function Dialogue({ talk }: { talk: Talk }) {
  const { t } = useTranslation()
  const { share, count } = useNumbers()
  return (
    <div className={look.tableBox}>
      <table className={look.table}>
        <tbody>
          {talk.dialogue.map((one) => (
            <tr key={one.way}>
              <td>{t(`conversations.dialogue.ways.${one.way}`)}</td>
              <td>{one.prospectShare === null ? <span className="quiet">–</span> : share(one.prospectShare)}</td>
              <td className="quiet small">
                {t('conversations.dialogue.exchanges', { count: one.exchanges })}
                {one.exchanges === 0
                  ? ''
                  : ` · ${
                      one.companyWords === 0
                        ? t('conversations.dialogue.onlyTheirs', { theirs: count(one.prospectWords) })
                        : t('conversations.dialogue.words', {
                            theirs: count(one.prospectWords),
                            all: count(one.prospectWords + one.companyWords),
                          })
                    }`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Heard({ talk }: { talk: Talk }) {
  const { t } = useTranslation()
  const { count } = useNumbers()
  const navigate = route.useNavigate()
  if (talk.heard.length === 0) return <p className="quiet">{t('conversations.heard.none')}</p>
  return (
    <div className={look.tableBox}>
      <table className={look.table}>
        <thead>
          <tr>
            <th>{t('conversations.heard.name')}</th>
            <th data-end>{t('conversations.heard.conversations')}</th>
            <th data-end>{t('conversations.heard.byThem')}</th>
            <th data-end>{t('conversations.heard.times')}</th>
          </tr>
        </thead>
        <tbody>
          {talk.heard.map((one) => (
            <tr key={`${one.kind} ${one.name}`}>
              <td>
                {one.name} <span className="quiet small">{t(`conversations.heard.kinds.${one.kind}`)}</span>
              </td>
              <td data-end>
                <OpenNumber
                  label={t('conversations.heard.filter', { name: one.name })}
                  onOpen={() =>
                    void navigate({
                      search: (before) => ({ ...before, heard: one.name, heardKind: one.kind }),
                      hash: 'conversations',
                    })
                  }
                >
                  {count(one.conversations)}
                </OpenNumber>
              </td>
              <td data-end>{count(one.byProspect)}</td>
              <td data-end>{count(one.times)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function List() {
  const { t } = useTranslation()
  const { share } = useNumbers()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const query = useInfiniteQuery(conversationsQuery(search))
  const rows = query.data?.pages.flatMap((page) => page.conversations) ?? []
  const isFiltered = search.heard !== undefined || search.seller !== undefined || search.kind !== undefined
  return (
    <Section
      title={<span id="conversations">{t('conversations.title')}</span>}
      aside={
        isFiltered ? (
          <Button variant="subtle" size="compact-sm" onClick={() => void navigate({ search: {}, resetScroll: false })}>
            {search.heard === undefined
              ? t('conversations.heard.clear')
              : `${t('conversations.heard.filter', { name: search.heard })} ×`}
          </Button>
        ) : undefined
      }
    >
      <Loaded query={query}>
        {() =>
          rows.length === 0 ? (
            <Empty title={t('conversations.emptyTitle')}>
              {t('conversations.emptyText')} {t('conversations.onPerson')}
            </Empty>
          ) : (
            <div className={look.tableBox}>
              <table className={look.table}>
                <thead>
                  <tr>
                    <th>{t('conversations.list.when')}</th>
                    <th>{t('conversations.list.who')}</th>
                    <th>{t('conversations.list.what')}</th>
                    <th>{t('conversations.list.seller')}</th>
                    <th data-end>{t('conversations.list.length')}</th>
                    <th data-end>{t('conversations.list.share')}</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <tr key={row.conversationId}>
                      <td>
                        <Moment at={row.heldAt} />
                      </td>
                      <td>
                        <Link to={paths.lead} params={{ personId: row.personId }}>
                          {row.personName}
                        </Link>
                        <br />
                        <span className="quiet small">{row.company}</span>
                      </td>
                      <td>
                        <Link to={paths.conversation} params={{ conversationId: row.conversationId }}>
                          {row.title === '' ? t(`conversations.kinds.${row.callKind}`) : row.title}
                        </Link>
                        <br />
                        <span className="quiet small">{row.heard.map(({ name }) => name).join(', ')}</span>
                      </td>
                      <td>{row.seller?.name ?? ''}</td>
                      <td data-end>{row.kind === 'call' ? sayPlace(row.durationMs) : ''}</td>
                      <td data-end>{row.prospectShare === null ? '' : share(row.prospectShare)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
              {query.hasNextPage ? (
                <Button variant="subtle" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {t('conversations.more')}
                </Button>
              ) : null}
            </div>
          )
        }
      </Loaded>
    </Section>
  )
}
