import { Button, Textarea } from '@mantine/core'
import { IconCheck, IconRotate2 } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../../api/client.ts'
import { useIsRole } from '../../../api/session.ts'
import { ClauseChip } from '../../../ui/clause-chip.tsx'
import { Moment } from '../../../ui/moment.tsx'
import { TeamBadge } from '../../../ui/team-badge.tsx'
import { sayRefused } from '../../../ui/toast.ts'
import { type Thread, threadsQuery } from '../editor/queries.ts'
import { isNamed } from '../sections.ts'
import look from './review.module.css'

type Props = { version: number; thread: Thread; onClause?: ((clause: string) => void) | undefined; isClosed?: boolean }

/** What people say about one clause, oldest first, with an answer and the word that settles it. */
export function ClauseThread({ version, thread, onClause, isClosed = false }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const isViewer = useIsRole('viewer')
  const resolve = useMutation({
    mutationFn: () =>
      take(
        api.PUT('/api/agreements/{version}/threads/{threadId}/resolution', {
          params: { path: { version, threadId: thread.id } },
          body: { isResolved: !thread.isResolved },
        }),
      ),
    onError: (error) => sayRefused(error),
    onSettled: () => client.invalidateQueries({ queryKey: threadsQuery(version).queryKey }),
  })
  const mayWrite = !isViewer && !isClosed
  return (
    <article className={look.thread} data-resolved={thread.isResolved || undefined}>
      <header className={look.threadHead}>
        {isNamed(thread.clause) ? (
          <ClauseChip
            clause={thread.clause}
            onOpen={onClause === undefined ? undefined : () => onClause(thread.clause)}
          />
        ) : onClause === undefined ? (
          <span className={look.about}>{thread.clause}</span>
        ) : (
          <button type="button" className={look.about} onClick={() => onClause(thread.clause)}>
            {thread.clause}
          </button>
        )}
        {thread.isResolved && (
          <span className={look.settled}>
            <IconCheck size={14} stroke={2.2} aria-hidden />
            {t('agreement.review.settledBy', { name: thread.resolvedBy?.name ?? '' })}
          </span>
        )}
        {mayWrite && (
          <button type="button" className={look.resolve} disabled={resolve.isPending} onClick={() => resolve.mutate()}>
            {thread.isResolved ? (
              <IconRotate2 size={14} stroke={2} aria-hidden />
            ) : (
              <IconCheck size={14} stroke={2} aria-hidden />
            )}
            {t(thread.isResolved ? 'agreement.review.reopen' : 'agreement.review.settle')}
          </button>
        )}
      </header>
      <ol className={look.comments}>
        {thread.comments.map((comment) => (
          <li key={comment.id}>
            <p className={look.who}>
              <strong>{comment.author.name}</strong>
              {comment.side !== null && <TeamBadge side={comment.side} isShort />}
              <Moment at={comment.at} className="quiet small" />
            </p>
            <p className={look.words}>{comment.text}</p>
          </li>
        ))}
      </ol>
      {mayWrite && !thread.isResolved && <WriteComment version={version} about={{ threadId: thread.id }} isAnswer />}
    </article>
  )
}

type About = { clause: string } | { threadId: string }

/** A field for what one has to say; Ctrl or Cmd with Enter sends it. */
export function WriteComment({
  version,
  about,
  isAnswer = false,
  onDone,
}: {
  version: number
  about: About
  isAnswer?: boolean
  onDone?: () => void
}) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [text, setText] = useState('')
  const write = useMutation({
    mutationFn: () =>
      'threadId' in about
        ? take(
            api.POST('/api/agreements/{version}/threads/{threadId}/comments', {
              params: { path: { version, threadId: about.threadId } },
              body: { text },
            }),
          )
        : take(
            api.POST('/api/agreements/{version}/threads', {
              params: { path: { version } },
              body: { clause: about.clause, text },
            }),
          ),
    onSuccess: async () => {
      setText('')
      await client.invalidateQueries({ queryKey: threadsQuery(version).queryKey })
      onDone?.()
    },
    onError: (error) => sayRefused(error),
  })
  const send = () => text.trim() !== '' && !write.isPending && write.mutate()
  return (
    <div className={look.write}>
      <Textarea
        aria-label={t(isAnswer ? 'agreement.review.answer' : 'agreement.review.comment')}
        placeholder={t(isAnswer ? 'agreement.review.answer' : 'agreement.review.commentPlaceholder')}
        value={text}
        autosize
        minRows={isAnswer ? 1 : 2}
        maxRows={8}
        maxLength={4000}
        autoFocus={!isAnswer}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
          event.preventDefault()
          send()
        }}
      />
      {text.trim() !== '' && (
        <Button variant="filled" loading={write.isPending} onClick={send}>
          {t('agreement.review.send')}
        </Button>
      )}
    </div>
  )
}
