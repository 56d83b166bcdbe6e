import { Button, NativeSelect } from '@mantine/core'
import { IconFileCheck, IconFileText, IconTrash } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, done } from '../../api/client.ts'
import { sayDay } from '../../ui/say-day.ts'
import { sayDone, sayRefused } from '../../ui/toast.ts'
import { sayBytes } from '../import/say-bytes.ts'
import look from './documents.module.css'
import { FileDrop } from './file-drop.tsx'
import { ContractFields } from './proof-fields.tsx'
import { blankProof, namesIn, type ProofGiven } from './proof-given.ts'
import type { DealDocument, DealView } from './queries.ts'
import type { DealActs } from './use-deal-acts.tsx'
import { useUpload } from './use-upload.ts'

const KINDS = ['contract', 'offer', 'other'] as const
type Kind = (typeof KINDS)[number]

/** The documents of a deal, and a place to drop one more. */
export function Documents({ deal, acts }: { deal: DealView; acts: DealActs }) {
  const { t } = useTranslation()
  return (
    <div className={look.documents}>
      {deal.documents.length === 0 ? <p className="quiet">{t('deals.documents.none')}</p> : null}
      <ul className={look.list}>
        {deal.documents.map((one) => (
          <Document key={one.id} one={one} />
        ))}
      </ul>
      {acts.mayChange ? <AddDocument deal={deal} /> : null}
    </div>
  )
}

function Document({ one }: { one: DealDocument }) {
  const { t, i18n } = useTranslation()
  const client = useQueryClient()
  const removing = useMutation({
    mutationFn: () => done(api.DELETE('/api/documents/{documentId}', { params: { path: { documentId: one.id } } })),
    onSuccess: () => sayDone(t('deals.documents.removed', { name: one.name })),
    onError: (error) => sayRefused(error),
    onSettled: () => void client.invalidateQueries({ queryKey: ['deals'] }),
  })
  const Icon = one.kind === 'contract' ? IconFileCheck : IconFileText
  const second = [
    t(`deals.documents.kind.${one.kind}`),
    one.signedOn === null ? null : t('deals.documents.signed', { day: sayDay(one.signedOn, i18n.language, 'short') }),
    one.signatories.length === 0 ? null : one.signatories.join(', '),
    one.pages === null ? null : t('deals.documents.pages', { count: one.pages }),
    sayBytes(one.bytes, i18n.language),
  ]
  return (
    <li className={look.document}>
      <Icon size={20} stroke={1.5} aria-hidden />
      <span className={look.words}>
        <a href={`/api/documents/${one.id}`} target="_blank" rel="noreferrer" className={`${look.name} cut`}>
          {one.name}
        </a>
        <span className="quiet small">{second.filter((part) => part !== null).join(' · ')}</span>
      </span>
      {one.mayRemove ? (
        <button
          type="button"
          className={look.away}
          aria-label={t('deals.documents.remove', { name: one.name })}
          disabled={removing.isPending}
          onClick={() => removing.mutate()}
        >
          <IconTrash size={15} stroke={1.8} aria-hidden />
        </button>
      ) : null}
    </li>
  )
}

/** A file first; what it is and, for a contract, the day and the names, once it is there. */
function AddDocument({ deal }: { deal: DealView }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const upload = useUpload(deal)
  const [kind, setKind] = useState<Kind>('contract')
  const [given, setGiven] = useState<ProofGiven>(blankProof('contract'))
  const set = (part: Partial<ProofGiven>) => setGiven((before) => ({ ...before, ...part }))
  const { file } = given
  const save = async () => {
    if (file === null) return
    const signatories = namesIn(given.signatories)
    const signed = kind === 'contract' ? { signedOn: given.on, signatories } : {}
    const stored = await upload.send({ kind, file, ...signed })
    if (stored === null) return
    setGiven(blankProof('contract'))
    sayDone(t('deals.documents.stored'))
    void client.invalidateQueries({ queryKey: ['lead', deal.personId] })
    await client.invalidateQueries({ queryKey: ['deals'] })
  }
  if (file === null || kind !== 'contract') {
    return (
      <div className={look.add}>
        <FileDrop
          label={t('deals.documents.add')}
          file={file}
          onFile={(next) => {
            upload.clear()
            set({ file: next })
          }}
          state={upload.state}
          onStop={upload.stop}
        />
        {file === null ? null : (
          <Finish kind={kind} onKind={setKind} onSave={() => void save()} state={upload.state.is} />
        )}
      </div>
    )
  }
  return (
    <div className={look.add}>
      <ContractFields given={given} set={set} upload={upload} />
      <Finish kind={kind} onKind={setKind} onSave={() => void save()} state={upload.state.is} />
    </div>
  )
}

type FinishProps = { kind: Kind; onKind: (kind: Kind) => void; onSave: () => void; state: string }

function Finish({ kind, onKind, onSave, state }: FinishProps) {
  const { t } = useTranslation()
  return (
    <div className={look.finish}>
      <NativeSelect
        aria-label={t('deals.documents.what')}
        value={kind}
        onChange={(event) => onKind(KINDS.find((one) => one === event.currentTarget.value) ?? 'other')}
        data={KINDS.map((value) => ({ value, label: t(`deals.documents.kind.${value}`) }))}
      />
      <Button variant="filled" loading={state === 'sending'} onClick={onSave}>
        {t('deals.documents.store')}
      </Button>
    </div>
  )
}
