import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import { Moment } from '../../ui/moment.tsx'
import { useNumbers } from '../../ui/numbers.ts'
import { sayDone, sayRefused } from '../../ui/toast.ts'
import { FolderTable } from './folder-table.tsx'
import { GapList } from './gap-list.tsx'
import look from './mail.module.css'
import { MailboxForm } from './mailbox-form.tsx'
import type { MailboxView } from './queries.ts'
import { SignInButton } from './sign-in-button.tsx'
import { signInName } from './sign-in-name.ts'

/** One mailbox: whether it is reached, how much of it is accounted for, and what is not. */
export function MailboxCard({ box }: { box: MailboxView }) {
  const { t } = useTranslation()
  const { count } = useNumbers()
  const client = useQueryClient()
  const [open, setOpen] = useState<'nothing' | 'days' | 'settings'>('nothing')
  const onSettled = () => client.invalidateQueries({ queryKey: ['mailboxes'] })
  const path = { mailboxId: box.id }
  const again = useMutation({
    mutationFn: () => take(api.POST('/api/mailboxes/{mailboxId}/fetches', { params: { path } })),
    onSuccess: (answer) =>
      sayDone(answer.again === 0 ? t('mail.boxes.comparing') : t('mail.boxes.againDone', { count: answer.again })),
    onError: (error) => sayRefused(error),
    onSettled,
  })
  const pause = useMutation({
    mutationFn: () =>
      take(api.PATCH('/api/mailboxes/{mailboxId}', { params: { path }, body: { isPaused: !box.isPaused } })),
    onError: (error) => sayRefused(error),
    onSettled,
  })
  const read = box.folders.filter((folder) => folder.isRead)
  const all = read.reduce((sum, folder) => sum + folder.onServer, 0)
  const failed = read.reduce((sum, folder) => sum + folder.failed, 0)
  const unseen = read.reduce((sum, folder) => sum + folder.unseen, 0)
  const toggle = (what: 'days' | 'settings') => setOpen(open === what ? 'nothing' : what)
  return (
    <section className={look.box} aria-label={box.address}>
      <div className={look.boxHead}>
        <strong>{box.address}</strong>
        <span className="quiet small" role="status">
          {box.isPaused ? t('mail.boxes.paused') : t(`mail.boxes.status.${box.status}`)}
          {box.isOwn ? '' : ` · ${box.owner.name}`}
          {box.syncedAt !== null && (
            <>
              {' · '}
              <Moment at={box.syncedAt} />
            </>
          )}
        </span>
      </div>
      {box.trouble !== null && (
        <p className={look.wrong} role="alert">
          {box.trouble.what} {box.trouble.mend}{' '}
          {box.unreachableSince !== null && (
            <>
              {t('mail.boxes.since2')} <Moment at={box.unreachableSince} />, {t('mail.boxes.nextTry')}{' '}
              <Moment at={box.nextTryAt} />.
            </>
          )}
        </p>
      )}
      {box.isOwn && box.trouble?.code === 'signed out' && (
        <div>
          <SignInButton isAgain label={signInName(box)} wants={{ mailboxId: box.id }} />
        </div>
      )}
      <p>
        <span className={`${look.big} tnum`}>
          {t('mail.boxes.whole', { seen: count(all - unseen - failed), all: count(all) })}
        </span>{' '}
        <span className="quiet">{t('mail.boxes.wholeHint')}</span>
      </p>
      {unseen > 0 && <p className="quiet small">{t('mail.boxes.unseen', { count: unseen })}</p>}
      {failed > 0 && (
        <p className={look.bad} role="alert">
          {t('mail.boxes.gap', { count: failed })}
        </p>
      )}
      <FolderTable box={box} />
      {box.isOwn && (
        <div className={look.actions}>
          <Button size="compact-sm" loading={again.isPending} onClick={() => again.mutate()}>
            {t(failed > 0 ? 'mail.boxes.again' : 'mail.boxes.compare')}
          </Button>
          <Button size="compact-sm" variant="subtle" aria-expanded={open === 'days'} onClick={() => toggle('days')}>
            {t('mail.boxes.showDays')}
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            aria-expanded={open === 'settings'}
            onClick={() => toggle('settings')}
          >
            {t('mail.boxes.settings')}
          </Button>
          <Button size="compact-sm" variant="subtle" loading={pause.isPending} onClick={() => pause.mutate()}>
            {t(box.isPaused ? 'mail.boxes.resume' : 'mail.boxes.pause')}
          </Button>
        </div>
      )}
      {open === 'days' && <GapList mailboxId={box.id} />}
      {open === 'settings' && <MailboxForm box={box} onClose={() => setOpen('nothing')} />}
    </section>
  )
}
