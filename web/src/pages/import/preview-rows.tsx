import { useTranslation } from 'react-i18next'
import look from './import.module.css'
import { Severity } from './issues.tsx'
import { sayTarget } from './mapping-table.tsx'
import type { Preview } from './queries.ts'
import { knownTarget } from './targets.ts'

type Row = Preview['rows'][number]

/** The values a row would become, one column per field, with its problems under it. */
export function PreviewRows({ rows }: { rows: readonly Row[] }) {
  const { t, i18n } = useTranslation()
  if (rows.length === 0) return <p className="quiet">{t('importing.previewEmpty')}</p>
  // Row 1 is the header: what is said of it is said of the whole file.
  const about = rows.filter((row) => row.row === 1)
  const shown = rows.filter((row) => row.row !== 1)
  const fields = fieldsOf(shown)
  const say = (value: Row['becomes'][string] | undefined) => {
    if (value === undefined || value === null) return ''
    if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value)) {
      return new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' }).format(
        Date.parse(value),
      )
    }
    return typeof value === 'number'
      ? new Intl.NumberFormat(i18n.language, { useGrouping: false }).format(value)
      : String(value)
  }
  return (
    <>
      {about.length > 0 && (
        <ul className={look.about} aria-label={t('importing.aboutFiles')}>
          {about
            .flatMap((row) => row.problems)
            .map((problem) => (
              <ProblemLine key={`${problem.field} ${problem.message}`} problem={problem} />
            ))}
        </ul>
      )}
      <div className={look.previewScroll}>
        <table className={look.previewTable}>
          <thead>
            <tr>
              <th scope="col" aria-label={t('importing.issue.row')} />
              {fields.map((field) => (
                <th key={field} scope="col">
                  {field.endsWith(' at') ? `${t('importing.when')} · ${field.slice(0, -3)}` : sayTarget(field, t)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of several files may share a number
              <PreviewRow key={i} row={row} fields={fields} say={say} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

/** Fields of the menu first, in its order; then what else a row becomes. */
function fieldsOf(rows: readonly Row[]): string[] {
  const all = [...new Set(rows.flatMap((row) => Object.keys(row.becomes)))]
  const isKnown = (field: string) => knownTarget(field) !== undefined
  return [...all.filter(isKnown), ...all.filter((field) => !isKnown(field))]
}

function ProblemLine({ problem }: { problem: Row['problems'][number] }) {
  return (
    <li>
      <Severity severity={problem.severity} />
      <span>
        {problem.field === null ? '' : <b>{problem.field} </b>}
        {problem.message}
      </span>
    </li>
  )
}

type RowProps = { row: Row; fields: readonly string[]; say: (value: Row['becomes'][string] | undefined) => string }

function PreviewRow({ row, fields, say }: RowProps) {
  const { t } = useTranslation()
  const isDropped = row.problems.some((problem) => problem.severity === 'dropped')
  return (
    <>
      <tr data-dropped={isDropped || undefined} data-problems={row.problems.length > 0 || undefined}>
        <th scope="row">{row.row}</th>
        {fields.map((field) => (
          <td key={field}>{say(row.becomes[field])}</td>
        ))}
      </tr>
      {row.problems.length > 0 && (
        <tr className={look.previewProblems}>
          <td />
          <td colSpan={Math.max(1, fields.length)}>
            <ul>
              {row.problems.map((problem) => (
                <ProblemLine key={`${problem.field} ${problem.message}`} problem={problem} />
              ))}
            </ul>
            {isDropped && fields.length === 0 ? t('importing.nothingBecomes') : null}
          </td>
        </tr>
      )}
    </>
  )
}
