import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, done } from '../../api/client.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { paths } from '../../paths.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Moment } from '../../ui/moment.tsx'
import { Page, PageHeader, Section } from '../../ui/page.tsx'
import { sayDone, sayRefused } from '../../ui/toast.ts'
import look from './conversations.module.css'
import { CorrectDrawer } from './correct-drawer.tsx'
import { Figures } from './figures.tsx'
import { Lanes } from './lanes.tsx'
import { type Conversation, conversationQuery } from './queries.ts'
import { type Mark, Said } from './said.tsx'
import { sayPlace } from './say-length.ts'

const route = getRouteApi('/framed/conversations/$conversationId')

/** One conversation: how much who spoke against its target, who spoke when, the words, and what was heard in them. */
export function ConversationPage() {
  const { conversationId } = route.useParams()
  const query = useQuery(conversationQuery(conversationId))
  return (
    <Page>
      <Loaded query={query}>{(conversation) => <Whole key={conversationId} conversation={conversation} />}</Loaded>
    </Page>
  )
}

function placesOf(conversation: Conversation, wanted: string): { segment: number; from: number; to: number }[] {
  const plain = (text: string) => text.toLowerCase()
  const sought = plain(wanted.trim())
  if (sought.length < 2) return []
  return conversation.said.flatMap(({ text }, segment) => {
    const found: { segment: number; from: number; to: number }[] = []
    for (let at = plain(text).indexOf(sought); at >= 0; at = plain(text).indexOf(sought, at + sought.length))
      found.push({ segment, from: at, to: at + sought.length })
    return found
  })
}

function Whole({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation()
  const [wanted, setWanted] = useState('')
  const [at, setAt] = useState(-1)
  const [isCorrecting, setCorrecting] = useState(false)
  const find = useRef<HTMLInputElement>(null)
  const sought = placesOf(conversation, wanted)
  const places = wanted.trim().length < 2 ? conversation.mentions : sought
  const go = (next: number) => {
    const place = places[next]
    if (place === undefined) return
    setAt(next)
    document.getElementById(`said-${place.segment}`)?.scrollIntoView({ block: 'center' })
  }
  const step = (by: number) => {
    if (places.length > 0) go((at + by + places.length) % places.length)
  }
  useKeys(t('conversations.keys.title'), [
    { keys: ['j', 'n'], says: t('conversations.keys.next'), run: () => step(1) },
    { keys: ['k', 'shift+n'], says: t('conversations.keys.before'), run: () => step(-1) },
    { keys: '/', says: t('conversations.keys.find'), run: () => find.current?.focus() },
  ])
  const marks: Mark[] = places.map((place, index) => ({
    segment: place.segment,
    from: place.from,
    to: place.to,
    isHere: index === at,
    title: 'name' in place && typeof place.name === 'string' ? place.name : wanted,
  }))
  const title = conversation.title === '' ? t(`conversations.kinds.${conversation.callKind}`) : conversation.title
  return (
    <>
      <PageHeader
        title={title}
        aside={
          <>
            <Link to={paths.lead} params={{ personId: conversation.personId }}>
              {conversation.personName}
            </Link>
            {conversation.company === null ? '' : ` · ${conversation.company}`}
            {' · '}
            <Moment at={conversation.heldAt} />
            {conversation.kind === 'call' ? ` · ${sayPlace(conversation.durationMs)}` : ''}
            {conversation.seller === null ? '' : ` · ${conversation.seller.name}`}
          </>
        }
        actions={
          conversation.mayChange ? (
            <Button onClick={() => setCorrecting(true)}>{t('conversations.edit')}</Button>
          ) : undefined
        }
      />
      <Figures conversation={conversation} />
      {conversation.kind === 'call' && conversation.said.length > 0 ? (
        <Lanes
          conversation={conversation}
          onPlace={(segment) => document.getElementById(`said-${segment}`)?.scrollIntoView({ block: 'center' })}
        />
      ) : null}
      <Section title={t('conversations.said')}>
        {conversation.wordsRemovedAt === null ? null : (
          <p className="quiet">
            {t('conversations.removed')} <Moment at={conversation.wordsRemovedAt} />
          </p>
        )}
        <div className={look.columns}>
          <div>
            {conversation.said.length === 0 ? null : (
              <div className={look.find}>
                <TextInput
                  ref={find}
                  size="xs"
                  aria-label={t('conversations.search')}
                  placeholder={t('conversations.search')}
                  value={wanted}
                  onChange={(event) => {
                    setWanted(event.currentTarget.value)
                    setAt(-1)
                  }}
                  onKeyDown={(event) => {
                    if (event.key === 'Enter') step(event.shiftKey ? -1 : 1)
                  }}
                />
                {wanted.trim().length < 2 ? null : (
                  <span className="quiet small" role="status">
                    {t('conversations.found', { count: sought.length })}
                  </span>
                )}
              </div>
            )}
            <Said conversation={conversation} marks={marks} />
            {conversation.issues.length === 0 ? null : (
              <details>
                <summary className="quiet small">
                  {t('conversations.issues', { count: conversation.issues.length })}
                </summary>
                <ul className="small">
                  {conversation.issues.map((issue) => (
                    <li key={`${issue.line} ${issue.text}`}>
                      {issue.line === null ? '' : `${issue.line}: `}
                      {issue.what} {issue.text}
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </div>
          <aside className={look.aside}>
            <section>
              <h3>{t('conversations.heard.title')}</h3>
              {conversation.mentions.length === 0 ? (
                <p className="quiet small">{t('conversations.heard.none')}</p>
              ) : (
                <ul className={look.mentions}>
                  {conversation.mentions.map((mention, index) => (
                    <li key={`${mention.segment} ${mention.from} ${mention.name}`}>
                      <button
                        type="button"
                        className={look.mention}
                        data-here={(wanted === '' && at === index) || undefined}
                        onClick={() => {
                          setWanted('')
                          setAt(index)
                          document.getElementById(`said-${mention.segment}`)?.scrollIntoView({ block: 'center' })
                        }}
                      >
                        <span className="quiet small">{t(`conversations.heard.kinds.${mention.kind}`)}</span>
                        <span className="cut">
                          <strong>{mention.name}</strong> “{mention.phrase}”
                        </span>
                        <span className="quiet small">{t(`conversations.sides.${mention.side}`)}</span>
                      </button>
                    </li>
                  ))}
                </ul>
              )}
            </section>
          </aside>
        </div>
      </Section>
      {conversation.mayChange ? <Remove conversation={conversation} /> : null}
      <CorrectDrawer conversation={conversation} isOpen={isCorrecting} onClose={() => setCorrecting(false)} />
    </>
  )
}

function Remove({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const navigate = useNavigate()
  const remove = useMutation({
    mutationFn: (what: 'words' | 'all') =>
      done(
        api.DELETE('/api/conversations/{conversationId}', {
          params: { path: { conversationId: conversation.conversationId }, query: { what } },
        }),
      ),
    onSuccess: async (_, what) => {
      sayDone(t(what === 'all' ? 'conversations.removedAll' : 'conversations.removedWords'))
      if (what === 'all') await navigate({ to: paths.lead, params: { personId: conversation.personId } })
      await client.invalidateQueries({ queryKey: ['conversations'] })
      await client.invalidateQueries({ queryKey: ['lead', conversation.personId] })
    },
    onError: (error) => sayRefused(error),
  })
  return (
    <div className={look.filters}>
      {conversation.said.length === 0 ? null : (
        <Button
          variant="subtle"
          title={t('conversations.removeWordsText')}
          loading={remove.isPending && remove.variables === 'words'}
          onClick={() => remove.mutate('words')}
        >
          {t('conversations.removeWords')}
        </Button>
      )}
      <Button
        variant="subtle"
        loading={remove.isPending && remove.variables === 'all'}
        onClick={() => remove.mutate('all')}
      >
        {t('conversations.removeAll')}
      </Button>
    </div>
  )
}
