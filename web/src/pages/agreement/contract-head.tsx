import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import { useIsRole } from '../../api/session.ts'
import { ReasonedButton } from '../../ui/reasoned-button.tsx'
import { sayDate } from '../../ui/say-day.ts'
import { sayDone, sayRefused } from '../../ui/toast.ts'
import look from './agreement.module.css'
import type { AgreementSummary } from './queries.ts'
import { Signatures } from './signatures.tsx'
import { Status } from './versions-menu.tsx'

/** The head of the contract: its title, where it stands, and who signed. */
export function ContractHead({ agreement }: { agreement: AgreementSummary }) {
  const { t } = useTranslation()
  return (
    <header className={look.head}>
      <h2 className={look.title}>{agreement.title}</h2>
      <p className={look.standing}>
        <span>{t('agreement.version', { n: agreement.version })}</span>
        <Status status={agreement.status} />
        {agreement.openThreads > 0 && (
          <span className={look.openThreads}>{t('agreement.review.open', { count: agreement.openThreads })}</span>
        )}
        <span className="quiet">
          <Standing agreement={agreement} />
        </span>
      </p>
      {agreement.note !== '' && <p className={look.note}>{agreement.note}</p>}
      <Signatures version={agreement} />
      {agreement.status === 'draft' && <WithdrawButton version={agreement.version} />}
    </header>
  )
}

function Standing({ agreement }: { agreement: AgreementSummary }) {
  const { t, i18n } = useTranslation()
  const from = agreement.inForceFrom
  const when = from === null ? '' : sayDate(from, i18n.language)
  switch (agreement.status) {
    case 'in force':
      // The agreement every house starts with holds from the beginning of time, so that history can be read under it.
      return from !== null && Date.parse(from) <= 0
        ? t('agreement.inForceSinceStart')
        : t('agreement.inForceSince', { when })
    case 'superseded':
      return from === null ? null : t('agreement.wasInForce', { when })
    case 'withdrawn':
      return t('agreement.withdrawnNote')
    case 'draft':
      if (from !== null) return t('agreement.inForceFrom', { when })
      if (agreement.createdBy === null) return t('agreement.draftShipped')
      if (agreement.amended !== null)
        return t('agreement.amendedBy', {
          name: agreement.amended.by?.name ?? '',
          when: sayDate(agreement.amended.at, i18n.language),
        })
      return t('agreement.draftBy', {
        name: agreement.createdBy.name,
        when: sayDate(agreement.createdAt, i18n.language),
      })
  }
}

function WithdrawButton({ version }: { version: number }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const mayWithdraw = useIsRole('admin', 'manager')
  const withdraw = useMutation({
    mutationFn: () => take(api.POST('/api/agreements/{version}/withdrawal', { params: { path: { version } } })),
    onSuccess: () => sayDone(t('agreement.withdrawn')),
    onError: (error) => sayRefused(error),
    onSettled: () => client.invalidateQueries({ queryKey: ['agreements'] }),
  })
  return (
    <div data-screen-only>
      <ReasonedButton
        variant="subtle"
        why={mayWithdraw ? null : t('agreement.cannotWithdraw')}
        loading={withdraw.isPending}
        onClick={() => withdraw.mutate()}
      >
        {t('agreement.withdraw')}
      </ReasonedButton>
    </div>
  )
}
