import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemError } from '../../../api/problem-error.ts'
import { currentLanguage } from '../../../i18n/i18n.ts'
import lines from './condition.module.css'
import type { FormProps } from './forms/form-props.ts'
import look from './part-yaml.module.css'
import { edit as send } from './queries.ts'

const COMMIT_AFTER_MS = 350

type Props = Pick<FormProps, 'part' | 'apply'> & { document: string }

/** The YAML of one part alone, checked while it is written. What is no YAML yet stays here until it is. */
export function PartYaml({ part, apply, document }: Props) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<string | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const shown = typed ?? part.text
  const tell = async (text: string) => {
    try {
      // Asked beside the document first: a text that is no YAML yet is not an error to be told of at the side.
      await send(currentLanguage(), { document, edits: [{ op: 'write', path: part.path, text }], names: [] })
      setWrong(null)
      apply([{ op: 'write', path: part.path, text }])
    } catch (error) {
      setWrong(error instanceof ProblemError ? `${error.message} ${error.mend ?? ''}`.trim() : String(error))
    }
  }
  return (
    <div className={lines.box}>
      <textarea
        className={look.area}
        aria-label={t('agreement.editor.yamlOf', { clause: part.clause })}
        aria-invalid={wrong !== null}
        spellCheck={false}
        rows={Math.min(16, Math.max(2, shown.split('\n').length + 1))}
        value={shown}
        onChange={(event) => {
          const text = event.currentTarget.value
          setTyped(text)
          clearTimeout(timer.current)
          timer.current = setTimeout(() => void tell(text), COMMIT_AFTER_MS)
        }}
        onBlur={() => {
          if (wrong === null) setTimeout(() => setTyped(null), 800)
        }}
      />
      {wrong !== null && (
        <p className={look.wrong} role="alert">
          {wrong}
        </p>
      )}
    </div>
  )
}
