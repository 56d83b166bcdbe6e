import { useTranslation } from 'react-i18next'
import type { Lead, LedgerLine } from '../../api/types.ts'
import { type SayContext, sayFact } from '../../story/say-fact.ts'
import { useClauseSentences } from '../../story/use-clause-sentences.ts'
import { useSay } from '../../story/use-say.ts'
import { ClauseChip } from '../../ui/clause-chip.tsx'
import { Moment } from '../../ui/moment.tsx'
import { useNumbers } from '../../ui/numbers.ts'
import look from './score-lines.module.css'

/** Fading moves a line when less than this is left of its points. */
const HAS_FADED = 0.05

/** The points stand at the end of the line; the sentence need not say them again. */
function withoutPoints(sentence: string): string {
  const rest = sentence
    .replace(/^[-−]?[\d.,]+ points?( less| fewer| de moins)? (when|quand|si|lorsque) /, '')
    .replace(/\.$/, '')
  return rest.charAt(0).toLocaleUpperCase() + rest.slice(1)
}

/** What a line is for: the clause's reason, what they did, or the clause as a sentence. */
function sayLine(line: LedgerLine, sentence: string | undefined, context: SayContext): string {
  const { t } = context
  if (line.clause === null) return t('lead.score.older')
  if (line.kind !== null) return sayFact({ kind: line.kind, data: {} }, context)
  return sentence === undefined ? (line.because ?? t(`lead.score.${line.axis}`)) : withoutPoints(sentence)
}

/** The score as a ledger that adds up line by line. With `atMost`, the lines that count most and the rest as one line. */
export function ScoreLines({ lead, atMost }: { lead: Pick<Lead, 'ledger' | 'fit' | 'engagement'>; atMost?: number }) {
  const { t } = useTranslation()
  const { points } = useNumbers()
  const say = useSay()
  const sentences = useClauseSentences()
  const byWeight =
    atMost === undefined ? lead.ledger : lead.ledger.toSorted((a, b) => Math.abs(b.now) - Math.abs(a.now))
  const shown = atMost === undefined ? byWeight : byWeight.slice(0, atMost)
  const rest = byWeight.slice(shown.length)
  const total = lead.fit + lead.engagement
  const hasFaded = shown.some((line) => Math.abs(line.points - line.now) > HAS_FADED)
  return (
    <div>
      <table className={look.ledger}>
        <caption className="hidden-words">{t('lead.score.title')}</caption>
        <tbody>
          {shown.map((line) => (
            <tr
              key={`${line.clause} ${line.factId} ${line.at} ${line.points}`}
              title={[sentences.get(line.clause ?? ''), line.because].filter((one) => one).join('. ') || undefined}
            >
              <td className={look.clause}>{line.clause === null ? null : <ClauseChip clause={line.clause} />}</td>
              <td>
                {sayLine(line, sentences.get(line.clause ?? ''), say)}
                {line.at === null ? null : (
                  <span className={look.when}>
                    {' '}
                    <Moment at={line.at} />
                  </span>
                )}
              </td>
              <td className={look.number}>
                {Math.abs(line.points - line.now) > HAS_FADED ? (
                  <span className={look.faded} title={t('lead.score.fadedFrom', { points: points(line.points) })}>
                    {points(line.points)} →{' '}
                  </span>
                ) : null}
                {points(line.now)}
              </td>
            </tr>
          ))}
          {rest.length === 0 ? null : (
            <tr>
              <td />
              <td className="quiet">{t('lead.score.rest', { count: rest.length })}</td>
              <td className={look.number}>{points(rest.reduce((sum, line) => sum + line.now, 0))}</td>
            </tr>
          )}
        </tbody>
        <tfoot>
          <tr>
            <td />
            <th scope="row">{t('lead.score.sum', { fit: points(lead.fit), interest: points(lead.engagement) })}</th>
            <td className={look.number}>{points(total)}</td>
          </tr>
        </tfoot>
      </table>
      {hasFaded && atMost === undefined ? <p className={look.note}>{t('lead.score.fading')}</p> : null}
    </div>
  )
}
