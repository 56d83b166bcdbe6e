import { Modal, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parseAmount } from '../../acts/parse-amount.ts'
import { useSession } from '../../api/session.ts'
import { Loaded } from '../../ui/loaded.tsx'
import type { Answer, OnAnswer } from './answer.ts'
import { AnswerForm } from './answer-form.tsx'
import look from './dialogs.module.css'
import { type Answers, factsBeside, isAnswered, noAnswers, termsOf } from './evidence-answers.ts'
import { EvidenceFields } from './evidence-fields.tsx'
import { nameOf } from './name-of.ts'
import type { Picked } from './pick-reason.ts'
import { ProofFields } from './proof-fields.tsx'
import { blankProof, isProven, type ProofGiven, proofFacts, proofsOf } from './proof-given.ts'
import { type DealRow, type DealView, dealQuery, settingsQuery } from './queries.ts'
import { ReasonPicker } from './reason-picker.tsx'
import { useUpload } from './use-upload.ts'
import { useWrittenAmount } from './written-amount.ts'

type Props = { deal: DealRow; onClose: () => void; onAnswer: OnAnswer }

/** Won: for how much, and what proves it. */
export function WinDialog({ deal, onClose, onAnswer }: Props) {
  const { t } = useTranslation()
  const query = useQuery({ ...dealQuery(deal), staleTime: 0 })
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('deals.win.title', { deal: nameOf(deal, t) })}
      size={520}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Loaded query={query}>{(view) => <Win view={view} onAnswer={onAnswer} />}</Loaded>
    </Modal>
  )
}

const OWN_FIELDS: readonly string[] = ['contract', 'payment', 'amount']

function Win({ view, onAnswer }: { view: DealView; onAnswer: OnAnswer }) {
  const { t } = useTranslation()
  const company = useSession().currency
  const currency = view.currency ?? company
  const reasons = useQuery(settingsQuery).data?.reasons.filter((reason) => !reason.isNoDecision) ?? []
  const upload = useUpload(view)
  const write = useWrittenAmount()
  const [amount, setAmount] = useState(write(view.amountCents))
  const [given, setGiven] = useState<ProofGiven>(blankProof(proofsOf(view.win)[0] ?? 'contract'))
  const [picked, setPicked] = useState<Picked>({ main: null, also: [] })
  const [answers, setAnswers] = useState<Answers>(noAnswers(currency))
  const amountCents = parseAmount(amount)
  const isWrong = amount.trim() !== '' && amountCents === null
  const others = view.win.lines.filter(({ evidence }) => !OWN_FIELDS.includes(evidence))
  const missing = others.filter((line) => !line.isThere && !isAnswered(line.evidence, answers))

  const answer = async (): Promise<Answer | null> => {
    const money = amountCents === null ? {} : { amountCents, currency }
    const deal = view.id
    const terms = termsOf(answers, view.people)
    const proof = await proofFacts(view, given, money, upload.send)
    if (proof === null) return null
    const why = {
      ...(picked.main === null ? {} : { reason: picked.main, saidBy: 'seller' }),
      ...(picked.also.length === 0 ? {} : { also: picked.also }),
    }
    return {
      before: [
        ...factsBeside(answers, deal),
        ...(Object.keys(terms).length === 0 ? [] : [{ kind: 'deal.changed', data: { deal, ...terms } }]),
        ...proof.facts,
      ],
      facts: [{ kind: 'deal.won', data: { deal, proof: given.proof, ...money, ...why } }],
      alsoRecorded: proof.alsoRecorded ?? [],
    }
  }
  return (
    <AnswerForm
      confirm={t(given.proof === 'none' ? 'deals.win.confirmUnproven' : 'deals.win.confirm')}
      isReady={!isWrong && missing.length === 0 && isProven(view, given, amountCents)}
      answer={answer}
      onAnswer={onAnswer}
    >
      <TextInput
        label={`${t('deals.field.amount')} (${currency})`}
        inputMode="decimal"
        value={amount}
        onChange={(event) => setAmount(event.currentTarget.value)}
        error={isWrong ? t('deals.field.amountWrong') : null}
        data-autofocus
      />
      <ProofFields view={view} given={given} onGiven={setGiven} upload={upload} />
      {others.length === 0 ? null : (
        <fieldset className={look.plain}>
          <legend className={look.legend}>{t('deals.win.alsoNeeds')}</legend>
          <EvidenceFields
            lines={others}
            view={view}
            answers={answers}
            onAnswers={(part) => setAnswers((before) => ({ ...before, ...part }))}
          />
        </fieldset>
      )}
      {reasons.length === 0 ? null : (
        <details className={look.more}>
          <summary>{t('deals.win.why')}</summary>
          <ReasonPicker label={t('deals.reason.label')} reasons={reasons} picked={picked} onPick={setPicked} />
        </details>
      )}
    </AnswerForm>
  )
}
