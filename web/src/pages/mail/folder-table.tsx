import { Checkbox } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import { useNumbers } from '../../ui/numbers.ts'
import { sayRefused } from '../../ui/toast.ts'
import look from './mail.module.css'
import type { MailboxView, MailFolder } from './queries.ts'

const REASONS = [
  'policy',
  'rule',
  'internal',
  'nobody',
  'old',
  'known',
  'report',
  'erased',
  'too large',
  'unreadable',
  'error',
] as const

/** Each folder against its server: what is kept, what is counted and why, what is missing. */
export function FolderTable({ box }: { box: MailboxView }) {
  const { t } = useTranslation()
  const { count } = useNumbers()
  const client = useQueryClient()
  const choose = useMutation({
    mutationFn: (folder: { id: string; isRead: boolean }) =>
      take(
        api.PATCH('/api/mailboxes/{mailboxId}', {
          params: { path: { mailboxId: box.id } },
          body: { folders: [folder] },
        }),
      ),
    onError: (error) => sayRefused(error),
    onSettled: () => client.invalidateQueries({ queryKey: ['mailboxes'] }),
  })
  const why = ({ reasons }: MailFolder): string =>
    reasons
      .map(({ reason, n }) => {
        const word = REASONS.find((each) => each === reason)
        return `${word === undefined ? reason : t(`mail.boxes.reasons.${word}`)}: ${count(n)}`
      })
      .join('\n')
  if (box.folders.length === 0) return null
  return (
    <div className={look.scroll}>
      <table className={look.table}>
        <thead>
          <tr>
            <th scope="col">{t('mail.boxes.folder')}</th>
            <th scope="col">{t('mail.boxes.onServer')}</th>
            <th scope="col">{t('mail.boxes.stored')}</th>
            <th scope="col">{t('mail.boxes.headers')}</th>
            <th scope="col">{t('mail.boxes.counted')}</th>
            <th scope="col">{t('mail.boxes.failed')}</th>
          </tr>
        </thead>
        <tbody className="tnum">
          {box.folders.map((folder) => (
            <tr key={folder.id} title={why(folder)}>
              <td>
                {box.isOwn ? (
                  <Checkbox
                    size="xs"
                    label={folder.path}
                    aria-label={t('mail.boxes.readThis', { name: folder.path })}
                    checked={folder.isRead}
                    onChange={(event) => choose.mutate({ id: folder.id, isRead: event.currentTarget.checked })}
                  />
                ) : (
                  folder.path
                )}
              </td>
              {folder.isRead ? (
                <>
                  <td>{count(folder.onServer)}</td>
                  <td>{count(folder.stored)}</td>
                  <td>{count(folder.headers)}</td>
                  <td>{count(folder.counted)}</td>
                  <td className={folder.failed > 0 ? look.bad : undefined}>{count(folder.failed)}</td>
                </>
              ) : (
                <td colSpan={5} className="quiet">
                  {t('mail.boxes.notRead')}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
