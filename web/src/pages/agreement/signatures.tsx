import { IconSignature } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
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
import { RunningClocks } from './running-clocks.tsx'
import { whyNotSign } from './why-not-sign.ts'

const SIDES = ['marketing', 'sales'] as const

type Props = {
  version: AgreementSummary
  isNarrow?: boolean /** The text shown is not the one that would be signed. */
  isReadOnly?: boolean
}

/** The signatures of both sides, facing each other, with who has still to sign. */
export function Signatures({ version, isNarrow = false, isReadOnly = false }: Props) {
  return (
    <>
      {version.status === 'draft' && <RunningClocks version={version.version} />}
      <div className={look.signatures} data-narrow={isNarrow || undefined}>
        {SIDES.map((side) => (
          <SideSignatures key={side} version={version} side={side} isReadOnly={isReadOnly} />
        ))}
      </div>
    </>
  )
}

/** The names that are written in the document and have not signed. */
function unsignedNames(version: AgreementSummary, side: Side): string[] {
  const signs = version.signatories?.[side]
  if (!Array.isArray(signs)) return []
  const signed = version.signatures.filter((one) => one.side === side).map((one) => one.user.name.trim().toLowerCase())
  return signs.filter((name) => !signed.includes(name.trim().toLowerCase())).slice(0, version.missing[side])
}

function SideSignatures({ version, side, isReadOnly }: { version: AgreementSummary; side: Side; isReadOnly: boolean }) {
  const { t, i18n } = useTranslation()
  const signed = version.signatures.filter((signature) => signature.side === side)
  const lapsed = version.lapsed.filter((signature) => signature.side === side)
  const missing = version.missing[side]
  const isOpen = version.status === 'draft' || version.status === 'in force'
  const names = unsignedNames(version, side)
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
          // biome-ignore lint/suspicious/noArrayIndexKey: empty lines are known by their place
          <li key={i} className={look.unsigned} aria-hidden={names[i] === undefined}>
            {names[i] !== undefined && <span className="quiet">{t('agreement.toSign', { name: names[i] })}</span>}
          </li>
        ))}
      </ul>
      {isOpen && missing > 0 && <p className="quiet small">{t('agreement.missing', { count: missing })}</p>}
      {lapsed.length > 0 && version.status === 'draft' && (
        <p className="quiet small">{t('agreement.lapsed', { names: lapsed.map((one) => one.user.name).join(', ') })}</p>
      )}
      {version.status === 'draft' && missing === 0 && <p className="quiet small">{t('agreement.complete')}</p>}
      {!isOpen && signed.length === 0 && <p className="quiet small">{t('agreement.notSigned')}</p>}
      {isOpen && missing > 0 && !isReadOnly && <SignButton version={version} side={side} />}
    </section>
  )
}

function SignButton({ version, side }: { version: AgreementSummary; side: Side }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { user } = useSession()
  const [day, setDay] = useState('')
  const why = whyNotSign(version, side, user)
  const sign = useMutation({
    mutationFn: () =>
      take(
        api.POST('/api/agreements/{version}/signatures', {
          params: { path: { version: version.version } },
          body: day === '' ? {} : { inForceFrom: new Date(`${day}T00:00`).toISOString() },
        }),
      ),
    onSuccess: (signed) => sayDone(t(signed.status === 'in force' ? 'agreement.signedInForce' : 'agreement.signed')),
    onError: (error) => sayRefused(error),
    onSettled: () => client.invalidateQueries({ queryKey: ['agreements'] }),
  })
  return (
    <div className={look.signButton}>
      {why === null && version.status === 'draft' && version.inForceFrom === null && (
        <label className={look.fromDay}>
          <span className="quiet small">{t('agreement.fromDay')}</span>
          <input type="date" value={day} max="9999-12-31" onChange={(event) => setDay(event.currentTarget.value)} />
        </label>
      )}
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
