import { Button, Popover, Textarea } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp, IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ReasonedButton } from '../../../ui/reasoned-button.tsx'
import look from './draft-page.module.css'
import type { EditorState } from './editor-store.ts'
import type { Kept } from './use-kept-work.ts'

type Props = {
  state: EditorState
  kept: Kept
  hasChanges: boolean
  isDraft: boolean
  isSaving: boolean
  note: string
  onNote: (note: string) => void
  onUndo: () => void
  onRedo: () => void
  onSave: () => void
  onStartOver: () => void
  onProblem: () => void
}

/** Back and forth, what is wrong, whether it is kept, and saving: always in reach. */
export function BenchBar(props: Props) {
  const { t } = useTranslation()
  const { state, kept, hasChanges, isDraft, isSaving, note, onNote, onUndo, onRedo, onSave, onStartOver } = props
  const [isOpen, setIsOpen] = useState(false)
  const problems = state.answer?.problems.length ?? 0
  const why = !hasChanges ? t('agreement.edit.saveFirst') : problems > 0 ? t('agreement.edit.cannotSave') : null
  return (
    <div className={look.bar}>
      <span className={look.steps}>
        <button
          type="button"
          className={look.step}
          disabled={!state.canUndo}
          onClick={onUndo}
          aria-label={t('agreement.editor.undo')}
        >
          <IconArrowBackUp size={18} stroke={1.8} aria-hidden />
        </button>
        <button
          type="button"
          className={look.step}
          disabled={!state.canRedo}
          onClick={onRedo}
          aria-label={t('agreement.editor.redo')}
        >
          <IconArrowForwardUp size={18} stroke={1.8} aria-hidden />
        </button>
      </span>
      <span className={look.state} role="status">
        <CheckState state={state} onProblem={props.onProblem} />
        {(kept === 'kept' || kept === 'not kept') && (
          <span className="quiet small">{t(`agreement.editor.kept.${kept}`)}</span>
        )}
      </span>
      {hasChanges && (
        <Button variant="subtle" onClick={onStartOver}>
          {t('agreement.edit.startOver')}
        </Button>
      )}
      <Popover opened={isOpen && why === null} onChange={setIsOpen} position="bottom-end" width={360} trapFocus>
        <Popover.Target>
          <span>
            <ReasonedButton variant="filled" why={why} loading={isSaving} onClick={() => setIsOpen(!isOpen)}>
              {t(isDraft ? 'agreement.editor.saveDraft' : 'agreement.edit.save')}
            </ReasonedButton>
          </span>
        </Popover.Target>
        <Popover.Dropdown>
          <div className={look.saving}>
            <Textarea
              label={t('agreement.edit.note')}
              placeholder={t('agreement.edit.notePlaceholder')}
              value={note}
              onChange={(event) => onNote(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSave()
              }}
              maxLength={2000}
              autosize
              minRows={3}
              maxRows={8}
              data-autofocus
            />
            <p className="quiet small">{t(isDraft ? 'agreement.editor.savingDraft' : 'agreement.editor.savingNew')}</p>
            <Button variant="filled" loading={isSaving} onClick={onSave}>
              {t('agreement.editor.saveNow')}
            </Button>
          </div>
        </Popover.Dropdown>
      </Popover>
    </div>
  )
}

function CheckState({ state, onProblem }: { state: EditorState; onProblem: () => void }) {
  const { t } = useTranslation()
  const problems = state.answer?.problems.length ?? 0
  if (state.isUnanswered) return <span className="quiet">{t('agreement.edit.checkFailed')}</span>
  if (state.isBehind) return <span className="quiet">{t('agreement.edit.checking')}</span>
  if (problems > 0)
    return (
      <button type="button" className={look.wrong} onClick={onProblem}>
        {t('agreement.edit.problems', { count: problems })}
      </button>
    )
  return (
    <span className={look.sound}>
      <IconCheck size={15} stroke={2.2} aria-hidden /> {t('agreement.edit.valid')}
    </span>
  )
}
