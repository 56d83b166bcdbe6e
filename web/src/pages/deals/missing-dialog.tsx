import { Button, Modal, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIsRole, useSession } from '../../api/session.ts'
import { sayDealStage } from '../../story/say-deal-stage.ts'
import { Loaded } from '../../ui/loaded.tsx'
import type { Answer, OnAnswer } from './answer.ts'
import { AnswerForm } from './answer-form.tsx'
import look from './dialogs.module.css'
import { factsBeside, isAnswered, noAnswers, termsOf } from './evidence-answers.ts'
import { EvidenceFields } from './evidence-fields.tsx'
import { leavingLines } from './leaving-lines.ts'
import { nameOf } from './name-of.ts'
import { type DealRow, type DealView, dealQuery } from './queries.ts'
import { withCapital } from './with-capital.ts'

type Props = {
  deal: DealRow
  to: string
  /** What the server said when it refused. */
  error: Error
  onClose: () => void
  onAnswer: OnAnswer
  onOpen: () => void
}

/** Why a deal may not move yet: what is there, what is missing, and fields to fill it in on the spot. */
export function MissingDialog({ deal, to, error, onClose, onAnswer, onOpen }: Props) {
  const { t } = useTranslation()
  const query = useQuery({ ...dealQuery(deal), staleTime: 0 })
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('deals.missing.title', { stage: withCapital(to) })}
      size={480}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Loaded query={query}>
        {(view) => <Fill view={view} deal={deal} to={to} error={error} onAnswer={onAnswer} onOpen={onOpen} />}
      </Loaded>
    </Modal>
  )
}

function Fill({ view, deal, to, error, onAnswer, onOpen }: Omit<Props, 'onClose'> & { view: DealView }) {
  const { t } = useTranslation()
  const { currency } = useSession()
  const mayOverride = useIsRole('admin', 'manager')
  const [answers, setAnswers] = useState(noAnswers(deal.currency ?? currency))
  const lines = leavingLines(view, to)
  const missing = lines.filter((line) => !line.isThere && !isAnswered(line.evidence, answers))
  const isOverridden = answers.override.trim() !== ''
  const answer = (): Answer => {
    const terms = termsOf(answers, view.people)
    const changed = Object.keys(terms).length === 0 ? [] : [{ kind: 'deal.changed', data: { deal: deal.id, ...terms } }]
    const override = answers.override.trim()
    const moved = { deal: deal.id, stage: to, ...(override === '' ? {} : { override }) }
    return { before: [...factsBeside(answers, deal.id), ...changed], facts: [{ kind: 'deal.moved', data: moved }] }
  }
  return (
    <AnswerForm
      confirm={t(isOverridden && missing.length > 0 ? 'deals.missing.moveAnyway' : 'deals.missing.confirm')}
      isReady={lines.length > 0 && (missing.length === 0 || isOverridden)}
      answer={answer}
      onAnswer={onAnswer}
      aside={
        <Button variant="subtle" onClick={onOpen}>
          {t('deals.missing.openDeal')}
        </Button>
      }
    >
      <p className={look.hint}>
        {lines.length === 0
          ? error.message
          : t('deals.missing.intro', { deal: nameOf(deal, t), stage: sayDealStage(deal.stage) })}
      </p>
      <EvidenceFields
        lines={lines}
        view={view}
        answers={answers}
        onAnswers={(part) => setAnswers((before) => ({ ...before, ...part }))}
      />
      {mayOverride && lines.length > 0 ? (
        <details className={look.more}>
          <summary>{t('deals.missing.override')}</summary>
          <TextInput
            aria-label={t('deals.missing.overrideWhy')}
            placeholder={t('deals.missing.overrideWhy')}
            value={answers.override}
            maxLength={2_000}
            onChange={(event) => {
              const override = event.currentTarget.value
              setAnswers((before) => ({ ...before, override }))
            }}
          />
        </details>
      ) : null}
    </AnswerForm>
  )
}
