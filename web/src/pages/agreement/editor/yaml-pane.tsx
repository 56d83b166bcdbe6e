import { Button } from '@mantine/core'
import { IconDownload, IconUpload } from '@tabler/icons-react'
import { type Ref, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../../../api/types.ts'
import { ProblemList } from '../problem-list.tsx'
import { saveDocument } from '../save-document.ts'
import { type EditorHandle, YamlEditor } from '../yaml-editor.tsx'
import look from './yaml-pane.module.css'

type Props = {
  version: number
  text: string
  problems: readonly Schemas['AgreementProblem'][]
  /** The line of the clause chosen. */
  line: number | null
  onText: (text: string) => void
  onImport: () => void
  ref?: Ref<EditorHandle>
}

/** The text itself, beside the clauses: either may be written in, the other follows. */
export function YamlPane({ version, text, problems, line, onText, onImport, ref }: Props) {
  const { t } = useTranslation()
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (line === null || frame.current?.contains(document.activeElement)) return
    frame.current?.querySelector(`[data-line="${line}"]`)?.scrollIntoView({ block: 'center' })
  }, [line])
  return (
    <section className={look.pane} aria-label={t('agreement.editor.panes.yaml')}>
      <div className={look.tools}>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconDownload size={15} stroke={1.8} aria-hidden />}
          onClick={() => saveDocument(version, text)}
        >
          {t('agreement.download')}
        </Button>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconUpload size={15} stroke={1.8} aria-hidden />}
          onClick={onImport}
        >
          {t('agreement.editor.import')}
        </Button>
      </div>
      <ProblemList
        problems={problems}
        onGo={(problem) => {
          frame.current?.querySelector(`[data-line="${problem.line}"]`)?.scrollIntoView({ block: 'center' })
        }}
      />
      <div ref={frame} className={look.frame}>
        <YamlEditor
          ref={ref ?? null}
          text={text}
          onChange={onText}
          problems={problems}
          label={t('agreement.edit.label')}
          line={line}
        />
      </div>
    </section>
  )
}
