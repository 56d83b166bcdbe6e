import { Button, Textarea } from '@mantine/core'
import { IconThumbDown, IconThumbUp } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { factFor } from '../../acts/use-record.ts'
import { api, take } from '../../api/client.ts'
import { useIsRole } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { Moment } from '../../ui/moment.tsx'
import { TimeLeft } from '../../ui/time-left.tsx'
import { sayRefused, sayUndo } from '../../ui/toast.ts'
import look from './feedback.module.css'
import type { FeedbackRow } from './queries.ts'

type Kind = 'feedback.answered' | 'feedback.closed' | 'feedback.reopened'
const WORDS = { 'feedback.answered': 'answered', 'feedback.closed': 'closed', 'feedback.reopened': 'reopened' } as const
const wordOf = <K extends Kind>(kind: K): (typeof WORDS)[K] => WORDS[kind]

/** One word of sales with its evidence, its answer, and what can be done next. */
export function FeedbackLoop({ row }: { row: FeedbackRow }) {
  const { t } = useTranslation()
  const Thumb = row.verdict === 'bad' ? IconThumbDown : IconThumbUp
  return (
    <li className={look.loop} data-status={row.status} data-is-late={row.isLate || undefined}>
      <header className={look.head}>
        <span className={look.verdict} data-verdict={row.verdict}>
          <Thumb size={16} stroke={1.8} aria-hidden /> {t(`feedback.verdict.${row.verdict}`)}
        </span>
        <b className={look.about}>
          {row.on === null ? '' : `${t(`feedback.on.${row.on}`)}: `}
          {row.about}
        </b>
        <span className={look.state}>
          {row.status === 'open' && row.dueAt !== null ? (
            <TimeLeft dueAt={row.dueAt} />
          ) : (
            t(`feedback.status.${row.status}`)
          )}
        </span>
      </header>
      {row.text === null ? null : <p className={look.text}>{row.text}</p>}
      <p className={look.by}>
        {row.givenBy?.name ?? t('common.unknown')}, <Moment at={row.givenAt} /> · {t('feedback.evidence')}{' '}
        <Link to={paths.lead} params={{ personId: row.personId }} className={look.link}>
          {row.lead.name}
        </Link>
        {row.lead.company === null ? '' : `, ${row.lead.company}`}
        {row.campaign === null || row.campaign === row.about ? null : (
          <>
            {' · '}
            <Link to={paths.feedback} search={{ campaign: row.campaign }} className={look.link}>
              {t('feedback.campaign', { name: row.campaign })}
            </Link>
          </>
        )}
        {row.status === 'open' ? ` · ${t('feedback.asked', { name: row.owner?.name ?? t('feedback.managers') })}` : ''}
      </p>
      {row.answer === null ? null : (
        <blockquote className={look.answer}>
          <p>{row.answer.text}</p>
          <p className="quiet small">
            {row.answer.by?.name ?? t('common.side.marketing')}, <Moment at={row.answer.at} />
          </p>
        </blockquote>
      )}
      <Next row={row} />
    </li>
  )
}

function Next({ row }: { row: FeedbackRow }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const mayAnswer = useIsRole('admin', 'manager', 'marketer')
  const isViewer = useIsRole('viewer')
  const [writing, setWriting] = useState<'feedback.answered' | 'feedback.reopened' | null>(null)
  const [words, setWords] = useState('')
  const refresh = () => void client.invalidateQueries({ queryKey: ['queue'] })
  const post = (kind: string, data: Record<string, unknown>) =>
    take(api.POST('/api/facts', { body: { facts: [factFor(row.personId, kind, data)] } }))
  const undo = useMutation({
    mutationFn: (factId: string) => post('fact.retracted', { fact: factId }),
    onError: (error) => sayRefused(error, t('acts.undo')),
    onSettled: refresh,
  })
  const tell = useMutation({
    mutationFn: (kind: Kind) => post(kind, { feedback: row.id, text: words.trim(), note: words.trim() }),
    onSuccess: ({ facts }, kind) => {
      setWriting(null)
      setWords('')
      const factId = facts[0]?.factId
      if (factId !== undefined) sayUndo(t(`feedback.did.${wordOf(kind)}`), () => undo.mutate(factId))
    },
    onError: (error) => sayRefused(error),
    onSettled: refresh,
  })
  if (isViewer) return null
  if (writing !== null) {
    const send = () => words.trim() !== '' && tell.mutate(writing)
    return (
      <form
        className={look.writing}
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <Textarea
          label={t(`feedback.words.${wordOf(writing)}`)}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) send()
            if (event.key === 'Escape') setWriting(null)
          }}
          autosize
          minRows={2}
          maxLength={2_000}
          autoFocus
        />
        <div className={look.acts}>
          <Button size="xs" onClick={() => setWriting(null)}>
            {t('common.cancel')}
          </Button>
          <Button size="xs" type="submit" variant="filled" disabled={words.trim() === ''} loading={tell.isPending}>
            {t(`feedback.do.${wordOf(writing)}`)}
          </Button>
        </div>
      </form>
    )
  }
  return (
    <div className={look.acts}>
      {row.status !== 'closed' && mayAnswer ? (
        <Button
          size="xs"
          variant={row.status === 'open' ? 'filled' : 'default'}
          onClick={() => setWriting('feedback.answered')}
        >
          {t(row.status === 'open' ? 'feedback.do.answered' : 'feedback.again')}
        </Button>
      ) : null}
      {row.status === 'open' ? null : (
        <Button size="xs" onClick={() => setWriting('feedback.reopened')}>
          {t('feedback.do.reopened')}
        </Button>
      )}
      {row.status === 'closed' ? null : (
        <Button size="xs" variant="subtle" loading={tell.isPending} onClick={() => tell.mutate('feedback.closed')}>
          {t('feedback.do.closed')}
        </Button>
      )}
    </div>
  )
}
