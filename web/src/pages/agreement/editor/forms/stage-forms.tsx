import { useTranslation } from 'react-i18next'
import look from '../condition.module.css'
import { ConditionField } from '../condition-field.tsx'
import { ListField } from '../fields/list-field.tsx'
import { Say } from '../fields/say.tsx'
import { ChoiceField, WordField } from '../fields/simple-fields.tsx'
import { aloneOrList, type FormProps, fieldsOf, setField, textOf, wordsOf } from './form-props.ts'

const SIDES = ['marketing', 'sales'] as const
const STAGES = ['inquiry', 'qualified', 'accepted', 'contacted', 'opportunity', 'won'] as const

/** Who owns a stage, what it is called, and what must be shown to reach it. */
export function StageForm(props: FormProps) {
  const { t } = useTranslation()
  const { part, apply } = props
  const { owner, known_as, evidence, when } = fieldsOf(part.value)
  const stage = STAGES.find((one) => one === part.path.at(-1)) ?? 'inquiry'
  return (
    <>
      <Say
        words={t('agreement.editor.say.stage')}
        fields={{
          stage: <strong>{t(`common.stage.${stage}`)}</strong>,
          owner: (
            <ChoiceField
              label={t('agreement.editor.owner')}
              value={textOf(owner)}
              choices={SIDES.map((side) => ({ value: side, label: t(`agreement.editor.sides.${side}`) }))}
              onChange={(side) => apply([setField(part, 'owner', side)])}
            />
          ),
          name: (
            <WordField
              label={t('agreement.editor.knownAs')}
              value={textOf(known_as)}
              placeholder={t('agreement.editor.noShortName')}
              onChange={(name) => apply([setField(part, 'known_as', name)])}
            />
          ),
        }}
      />
      <Say
        words={t('agreement.editor.say.evidence')}
        fields={{
          evidence: (
            <ListField
              label={t('agreement.editor.evidence')}
              values={wordsOf(evidence)}
              onChange={(words) => apply([setField(part, 'evidence', words.length === 0 ? '' : aloneOrList(words))])}
            />
          ),
        }}
      />
      {stage === 'qualified' && typeof when === 'string' && (
        <>
          <ConditionField {...props} />
          <div className={look.adds}>
            <button
              type="button"
              className={look.switch}
              onClick={() => apply([{ op: 'set', path: [...part.path, 'when'], value: { Q1: { when } } }])}
            >
              {t('agreement.editor.splitDefinition')}
            </button>
          </div>
        </>
      )}
    </>
  )
}

export function QualifyForm(props: FormProps) {
  const { t } = useTranslation()
  return (
    <>
      <Say words={t('agreement.editor.say.qualify')} fields={{}} />
      <ConditionField {...props} />
    </>
  )
}
