import { Button, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import { useIsRole } from '../../api/session.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Money } from '../../ui/money.tsx'
import { useNumbers } from '../../ui/numbers.ts'
import { sayDone, sayRefused } from '../../ui/toast.ts'
import look from './privacy.module.css'
import { erasureQuery } from './queries.ts'

const PARTS = ['keys', 'facts', 'notices', 'merges', 'mentions', 'uploads'] as const
const SHORTEST_REASON = 3

/** Takes a copy of everything held about somebody, or erases them. */
export function PersonData({ personId }: { personId: string }) {
  const { t } = useTranslation()
  const mayExport = useIsRole('admin', 'manager')
  const mayErase = useIsRole('admin')
  const [isErasing, setIsErasing] = useState(false)
  if (!mayExport) return null
  const address = `/api/people/${personId}/export`
  return (
    <div className={look.lines}>
      <a className={look.link} href={address} download>
        {t('privacy.exportJson')}
      </a>
      <a className={look.link} href={`${address}?as=html`} download>
        {t('privacy.exportHtml')}
      </a>
      {mayErase ? (
        <button type="button" className={look.danger} onClick={() => setIsErasing(true)}>
          {t('privacy.erase')}
        </button>
      ) : null}
      {isErasing ? <EraseDrawer personId={personId} onClose={() => setIsErasing(false)} /> : null}
    </div>
  )
}

function EraseDrawer({ personId, onClose }: { personId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const { count } = useNumbers()
  const queries = useQueryClient()
  const query = useQuery(erasureQuery(personId))
  const [reason, setReason] = useState('')
  const [confirm, setConfirm] = useState('')
  const erase = useMutation({
    mutationFn: () =>
      take(api.POST('/api/people/{personId}/erasure', { params: { path: { personId } }, body: { reason, confirm } })),
    onSuccess: () => {
      sayDone(t('privacy.erased'))
      onClose()
      return queries.invalidateQueries()
    },
    onError: (error) => sayRefused(error),
  })
  return (
    <Drawer isOpen onClose={onClose} title={t('privacy.erase')}>
      <Loaded query={query}>
        {(preview) => (
          <form
            className={look.form}
            onSubmit={(event) => {
              event.preventDefault()
              erase.mutate()
            }}
          >
            <section>
              <h3>{t('privacy.goes')}</h3>
              <ul>
                {PARTS.filter((part) => preview.goes[part] > 0).map((part) => (
                  <li key={part}>
                    {t(`privacy.part.${part}`, { count: preview.goes[part], shown: count(preview.goes[part]) })}
                  </li>
                ))}
              </ul>
            </section>
            <section>
              <h3>{t('privacy.stays')}</h3>
              <p>
                {t('privacy.staysText', { leads: count(preview.stays.leads), deals: count(preview.stays.deals) })}{' '}
                {preview.stays.wonCents > 0 ? <Money cents={preview.stays.wonCents} /> : null}
              </p>
            </section>
            {preview.closes.leads + preview.closes.deals > 0 ? (
              <p className={look.warning}>
                {t('privacy.closes', { leads: count(preview.closes.leads), deals: count(preview.closes.deals) })}
              </p>
            ) : null}
            <Textarea
              label={t('privacy.reason')}
              description={t('privacy.reasonHint')}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              autosize
              minRows={2}
            />
            <TextInput
              label={t('privacy.confirm', { text: preview.confirm })}
              value={confirm}
              autoComplete="off"
              onChange={(event) => setConfirm(event.currentTarget.value)}
            />
            <div className={look.buttons}>
              <Button onClick={onClose}>{t('common.cancel')}</Button>
              <Button
                type="submit"
                variant="filled"
                color="red"
                loading={erase.isPending}
                disabled={
                  reason.trim().length < SHORTEST_REASON ||
                  confirm.trim().toLowerCase() !== preview.confirm.toLowerCase()
                }
              >
                {t('privacy.eraseNow')}
              </Button>
            </div>
          </form>
        )}
      </Loaded>
    </Drawer>
  )
}
