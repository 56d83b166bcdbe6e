import { Autocomplete, Checkbox, Select, Textarea, TextInput } from '@mantine/core'
import { IconCircle, IconCircleCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { parseAmount } from '../../acts/parse-amount.ts'
import look from './evidence.module.css'
import type { Answers } from './evidence-answers.ts'
import { isAnswered } from './evidence-answers.ts'
import { type DealView, type Evidence, settingsQuery } from './queries.ts'
import { withCapital } from './with-capital.ts'

type Props = {
  lines: readonly Evidence[]
  view: DealView
  answers: Answers
  onAnswers: (part: Partial<Answers>) => void
}

/** What is asked, with a tick for what is there and a field for what is not. */
export function EvidenceFields({ lines, view, answers, onAnswers }: Props) {
  const first = lines.find((line) => !line.isThere)
  return (
    <ul className={look.lines}>
      {lines.map((line) => {
        const isThere = line.isThere || isAnswered(line.evidence, answers)
        return (
          <Fragment key={`${line.evidence} ${line.says}`}>
            <li className={look.line} data-is-there={isThere || undefined}>
              <Tick isThere={isThere} />
              <span className={look.says}>{withCapital(line.says)}</span>
            </li>
            {line.isThere ? null : (
              <li className={look.field}>
                <Field line={line} view={view} answers={answers} onAnswers={onAnswers} isFirst={line === first} />
              </li>
            )}
          </Fragment>
        )
      })}
    </ul>
  )
}

/** A tick or an empty ring; the word for it is heard. */
export function Tick({ isThere }: { isThere: boolean }) {
  const { t } = useTranslation()
  const Icon = isThere ? IconCircleCheck : IconCircle
  return (
    <span className={look.tick} data-is-there={isThere || undefined}>
      <Icon size={16} stroke={1.8} aria-hidden />
      <span className="hidden-words">{t(isThere ? 'deals.evidence.there' : 'deals.evidence.missing')}</span>
    </span>
  )
}

type FieldProps = Omit<Props, 'lines'> & { line: Evidence; isFirst: boolean }

function Field({ line, view, answers, onAnswers, isFirst }: FieldProps) {
  const { t } = useTranslation()
  const focus = isFirst ? { 'data-autofocus': true } : {}
  switch (line.evidence) {
    case 'amount':
      return (
        <TextInput
          label={`${t('deals.field.amount')} (${answers.currency})`}
          inputMode="decimal"
          value={answers.amount}
          onChange={(event) => onAnswers({ amount: event.currentTarget.value })}
          error={
            answers.amount.trim() !== '' && parseAmount(answers.amount) === null ? t('deals.field.amountWrong') : null
          }
          {...focus}
        />
      )
    case 'next step':
      return (
        <div className={look.two}>
          <TextInput
            label={t('deals.field.nextStep')}
            value={answers.nextStep}
            maxLength={2_000}
            onChange={(event) => onAnswers({ nextStep: event.currentTarget.value })}
            {...focus}
          />
          <TextInput
            type="date"
            label={t('deals.field.on')}
            value={answers.nextStepOn}
            onChange={(event) => onAnswers({ nextStepOn: event.currentTarget.value })}
          />
        </div>
      )
    case 'close date':
      return (
        <TextInput
          type="date"
          label={t('deals.field.closeDate')}
          value={answers.closeDate}
          onChange={(event) => onAnswers({ closeDate: event.currentTarget.value })}
          {...focus}
        />
      )
    case 'need':
      return (
        <Textarea
          label={t('deals.field.need')}
          autosize
          minRows={2}
          maxLength={2_000}
          value={answers.need}
          onChange={(event) => onAnswers({ need: event.currentTarget.value })}
          {...focus}
        />
      )
    case 'decision maker':
      return <DecisionMaker view={view} answers={answers} onAnswers={onAnswers} isFirst={isFirst} />
    case 'competitor asked':
      return <Competitors answers={answers} onAnswers={onAnswers} isFirst={isFirst} />
    case 'meeting held':
      return (
        <TextInput
          label={t('deals.field.meetingNote')}
          value={answers.meetingNote}
          maxLength={2_000}
          onChange={(event) => onAnswers({ meetingNote: event.currentTarget.value })}
          {...focus}
        />
      )
    case 'offer sent':
      return (
        <Checkbox
          label={t('deals.field.offerSent')}
          checked={answers.isOfferSent}
          onChange={(event) => onAnswers({ isOfferSent: event.currentTarget.checked })}
          {...focus}
        />
      )
    default:
      return <p className="quiet small">{line.mend ?? t('deals.missing.elsewhere')}</p>
  }
}

function DecisionMaker({ view, answers, onAnswers, isFirst }: Omit<FieldProps, 'line'>) {
  const { t } = useTranslation()
  const known = [
    { personId: view.personId, name: view.person },
    ...view.people.flatMap(({ personId, name }) => (personId === null ? [] : [{ personId, name }])),
    ...view.colleagues,
  ]
  const choices = [...new Map(known.map(({ personId, name }) => [personId, name]))]
  return (
    <Select
      label={t('deals.field.decisionMaker')}
      placeholder={t('deals.field.choose')}
      data={choices.map(([value, label]) => ({ value, label }))}
      value={answers.decisionMaker === '' ? null : answers.decisionMaker}
      onChange={(value) => onAnswers({ decisionMaker: value ?? '' })}
      searchable
      {...(isFirst ? { 'data-autofocus': true } : {})}
    />
  )
}

function Competitors({ answers, onAnswers, isFirst }: Pick<FieldProps, 'answers' | 'onAnswers' | 'isFirst'>) {
  const { t } = useTranslation()
  const known = useQuery(settingsQuery).data?.competitors ?? []
  return (
    <div className={look.stack}>
      <Autocomplete
        label={t('deals.field.competitors')}
        data={known}
        value={answers.competitors}
        disabled={answers.hasNoCompetitor}
        onChange={(competitors) => onAnswers({ competitors })}
        {...(isFirst ? { 'data-autofocus': true } : {})}
      />
      <Checkbox
        label={t('deals.field.noCompetitor')}
        checked={answers.hasNoCompetitor}
        onChange={(event) => onAnswers({ hasNoCompetitor: event.currentTarget.checked })}
      />
    </div>
  )
}
