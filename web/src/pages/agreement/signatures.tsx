import { IconSignature } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import { useSession } from '../../api/session.ts'
import type { Side } from '../../api/types.ts'
import { ReasonedButton } from '../../ui/reasoned-button.tsx'
import { sayDate } from '../../ui/say-day.ts'
import { TeamBadge } from '../../ui/team-badge.tsx'
import { sayDone, sayRefused } from '../../ui/toast.ts'
import look from './agreement.module.css'
import type { AgreementSummary } from './queries.ts'
import { whyNotSign } from './why-not-sign.ts'

const SIDES = ['marketing', 'sales'] as const

/** The signatures of both sides, facing each other, with what is missing. */
export function Signatures({ version }: { version: AgreementSummary }) {
  return (
    <div className={look.signatures}>
      {SIDES.map((side) => (
        <SideSignatures key={side} version={version} side={side} />
      ))}
    </div>
  )
}

function SideSignatures({ version, side }: { version: AgreementSummary; side: Side }) {
  const { t, i18n } = useTranslation()
  const signed = version.signatures.filter((signature) => signature.side === side)
  const missing = version.missing[side]
  const isOpen = version.status === 'draft' || version.status === 'in force'
  return (
    <section className={look.side} data-side={side} aria-label={t(`agreement.sides.${side}`)}>
      <TeamBadge side={side} name={t(`agreement.sides.${side}`)} />
      <ul className={look.signers}>
        {signed.map((signature) => (
          <li key={signature.user.id} className={look.signer}>
            <span className={look.signerName}>{signature.user.name}</span>
            <span className="quiet small">
              {t('agreement.signedAt', { when: sayDate(signature.signedAt, i18n.language) })}
            </span>
          </li>
        ))}
        {Array.from({ length: isOpen ? missing : 0 }, (_, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: empty lines are all alike
          <li key={i} className={look.unsigned} aria-hidden />
        ))}
      </ul>
      {isOpen && missing > 0 && <p className="quiet small">{t('agreement.missing', { count: missing })}</p>}
      {version.status === 'draft' && missing === 0 && <p className="quiet small">{t('agreement.complete')}</p>}
      {!isOpen && signed.length === 0 && <p className="quiet small">{t('agreement.notSigned')}</p>}
      {isOpen && missing > 0 && <SignButton version={version} side={side} />}
    </section>
  )
}

function SignButton({ version, side }: { version: AgreementSummary; side: Side }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { user } = useSession()
  const why = whyNotSign(version, side, user)
  const sign = useMutation({
    mutationFn: () =>
      take(
        api.POST('/api/agreements/{version}/signatures', { params: { path: { version: version.version } }, body: {} }),
      ),
    onSuccess: (signed) => sayDone(t(signed.status === 'in force' ? 'agreement.signedInForce' : 'agreement.signed')),
    onError: (error) => sayRefused(error),
    onSettled: () => client.invalidateQueries({ queryKey: ['agreements'] }),
  })
  return (
    <div className={look.signButton}>
      <ReasonedButton
        why={why === null ? null : t(`agreement.cannotSign.${why}`)}
        variant={why === null ? 'filled' : 'default'}
        leftSection={<IconSignature size={16} stroke={1.8} aria-hidden />}
        loading={sign.isPending}
        onClick={() => sign.mutate()}
      >
        {t(`agreement.sign.${side}`)}
      </ReasonedButton>
    </div>
  )
}
