import { Autocomplete, Modal, SegmentedControl, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Loaded } from '../../ui/loaded.tsx'
import type { Answer, OnAnswer } from './answer.ts'
import { AnswerForm } from './answer-form.tsx'
import type { Losing } from './asking.ts'
import look from './dialogs.module.css'
import { nameOf } from './name-of.ts'
import type { Picked } from './pick-reason.ts'
import { type DealRow, type DealSettings, settingsQuery } from './queries.ts'
import { ReasonPicker } from './reason-picker.tsx'
import { SAID_BY } from './search.ts'

type Props = { deal: DealRow; how: Losing; onClose: () => void; onAnswer: OnAnswer }

/** Lost, or nobody decided, or why it was won or lost: by the one list of reasons, and by whose word. */
export function LoseDialog({ deal, how, onClose, onAnswer }: Props) {
  const { t } = useTranslation()
  const query = useQuery(settingsQuery)
  const name = nameOf(deal, t)
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(how === 'explain' ? 'deals.lose.explainTitle' : 'deals.lose.title', { deal: name })}
      size={520}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Loaded query={query}>
        {(settings) => <Why settings={settings} deal={deal} how={how} onAnswer={onAnswer} />}
      </Loaded>
    </Modal>
  )
}

type Said = (typeof SAID_BY)[number]

function Why({ settings, deal, how, onAnswer }: Omit<Props, 'onClose'> & { settings: DealSettings }) {
  const { t } = useTranslation()
  const [ending, setEnding] = useState<Losing>(how)
  const [picked, setPicked] = useState<Picked>({ main: null, also: [] })
  const [saidBy, setSaidBy] = useState<Said>('seller')
  const [competitor, setCompetitor] = useState('')
  const [note, setNote] = useState('')
  const undecided = settings.reasons.filter((reason) => reason.isNoDecision)
  const decided = settings.reasons.filter((reason) => !reason.isNoDecision)
  const reasons = ending === 'undecided' ? undecided : ending === 'lost' ? decided : settings.reasons
  const answer = (): Answer | null => {
    if (picked.main === null) return null
    const kind = { lost: 'deal.lost', undecided: 'deal.undecided', explain: 'deal.explained' }[ending]
    const data = {
      deal: deal.id,
      reason: picked.main,
      saidBy,
      ...(picked.also.length === 0 ? {} : { also: picked.also }),
      ...(competitor.trim() === '' ? {} : { competitor: competitor.trim() }),
      ...(note.trim() === '' ? {} : { note: note.trim() }),
    }
    return { facts: [{ kind, data }] }
  }
  return (
    <AnswerForm
      confirm={t(`deals.lose.confirm.${ending}`)}
      isReady={picked.main !== null}
      answer={answer}
      onAnswer={onAnswer}
    >
      {how === 'explain' ? null : (
        <SegmentedControl<Losing>
          fullWidth
          aria-label={t('deals.lose.how')}
          value={ending}
          onChange={(next) => {
            setEnding(next)
            setPicked({ main: null, also: [] })
          }}
          data={[
            { value: 'lost', label: t('deals.status.lost') },
            { value: 'undecided', label: t('deals.status.undecided') },
          ]}
        />
      )}
      <ReasonPicker
        key={ending}
        label={t('deals.reason.label')}
        reasons={reasons.length === 0 ? settings.reasons : reasons}
        picked={picked}
        onPick={setPicked}
      />
      <div className={look.two}>
        <fieldset className={look.plain}>
          <legend className={look.legend}>{t('deals.saidBy.label')}</legend>
          <SegmentedControl<Said>
            fullWidth
            value={saidBy}
            onChange={setSaidBy}
            data={SAID_BY.map((value) => ({ value, label: t(`deals.saidBy.${value}`) }))}
          />
        </fieldset>
        {ending === 'undecided' ? null : (
          <Autocomplete
            label={t('deals.lose.competitor')}
            data={settings.competitors}
            value={competitor}
            onChange={setCompetitor}
            maxLength={200}
          />
        )}
      </div>
      <Textarea
        label={t('deals.lose.note')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        autosize
        minRows={2}
        maxLength={2_000}
      />
    </AnswerForm>
  )
}
