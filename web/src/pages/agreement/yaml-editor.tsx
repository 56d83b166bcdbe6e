import { type KeyboardEvent, type Ref, useImperativeHandle, useRef } from 'react'
import type { Schemas } from '../../api/types.ts'
import look from './document.module.css'

export type EditorHandle = { goTo: (line: number, column: number) => void }

type Props = {
  text: string
  onChange: (text: string) => void
  problems: readonly Schemas['AgreementProblem'][]
  label: string
  /** The line of the clause that is being changed beside it. */
  line?: number | null
  ref?: Ref<EditorHandle>
}

const LINE_PX = 20
const PADDING_PX = 8

/** A plain text area with line numbers and marks at the lines that have problems. */
export function YamlEditor({ text, onChange, problems, label, line = null, ref }: Props) {
  const area = useRef<HTMLTextAreaElement>(null)
  const lines = text.split('\n')
  useImperativeHandle(ref, () => ({
    goTo: (line, column) => {
      const before = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0)
      const at = before + Math.max(0, column - 1)
      area.current?.focus({ preventScroll: true })
      area.current?.setSelectionRange(at, at)
      area.current?.parentElement?.querySelector(`[data-line="${line}"]`)?.scrollIntoView({ block: 'center' })
    },
  }))
  const wrong = new Set(problems.map((problem) => problem.line))
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    // A new line begins under the one above it: YAML lives by its indentation.
    const { selectionStart, selectionEnd, value } = event.currentTarget
    const indent = /^[ ]*/.exec(value.slice(value.lastIndexOf('\n', selectionStart - 1) + 1, selectionStart))?.[0] ?? ''
    if (indent === '') return
    event.preventDefault()
    event.currentTarget.setRangeText(`\n${indent}`, selectionStart, selectionEnd, 'end')
    onChange(event.currentTarget.value)
  }
  return (
    <div className={look.editor}>
      <div className={look.gutter} aria-hidden>
        {lines.map((_, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its number
          <span key={i} data-line={i + 1} data-wrong={wrong.has(i + 1) || undefined}>
            {i + 1}
          </span>
        ))}
      </div>
      <div className={look.page}>
        {line !== null && (
          <span className={look.chosenLine} style={{ top: PADDING_PX + (line - 1) * LINE_PX }} aria-hidden />
        )}
        {[...wrong].map((line) => (
          <span key={line} className={look.wrongLine} style={{ top: PADDING_PX + (line - 1) * LINE_PX }} aria-hidden />
        ))}
        <textarea
          ref={area}
          className={look.area}
          value={text}
          rows={lines.length}
          wrap="off"
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          aria-label={label}
          aria-invalid={wrong.size > 0}
          onChange={(event) => onChange(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      </div>
    </div>
  )
}
