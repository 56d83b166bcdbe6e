import type { Verdict } from '@ensemble/engine/attribution/can-tell.ts'

/** The verdict for people; `what` is what is credited, in the plural. */
export function verdictSentence(verdict: Verdict, what: string): string {
  const { conversions, nulls, p } = verdict
  const n = `${count(conversions)} conversions and ${count(nulls)} journeys without one`
  switch (verdict.kind) {
    case 'cannot-tell':
      return (
        `The data cannot tell these ${what} apart: differences as large as these come about by chance ${percent(p)} of the time ` +
        `(p = ${pText(p)}; ${n}). The credits below tell how often each was met, not what it did. Do not move budget on them.`
      )
    case 'differ': {
      const said = [
        verdict.more.length > 0 ? `more conversions than chance with ${verdict.more.join(', ')}` : '',
        verdict.less.length > 0 ? `fewer with ${verdict.less.join(', ')}` : '',
      ].filter((part) => part !== '')
      const named = said.length > 0 ? `: ${said.join('; ')}` : ', though none stands out by itself'
      return `These ${what} differ (p ${pText(p) === '< 0.001' ? '' : '= '}${pText(p)}; ${n})${named}. Whether they cause it only an experiment can tell.`
    }
    case 'untestable':
      switch (verdict.why) {
        case 'no-conversions':
          return 'Nothing converted: there is nothing to credit and nothing to compare.'
        case 'no-journeys-without':
          return `The data cannot tell whether these ${what} differ: every journey converts, so there is nothing to compare with. Add journeys without conversion.`
        default:
          return `The data cannot tell these ${what} apart: journeys of the same length met the same ones, or ended alike.`
      }
  }
}

function count(value: number): string {
  return Number.isInteger(value)
    ? value.toLocaleString('en-US')
    : value.toLocaleString('en-US', { maximumFractionDigits: 2 })
}

function percent(p: number | null): string {
  return p === null ? '-' : `${Math.round(p * 100)} %`
}

function pText(p: number | null): string {
  if (p === null) return '-'
  return p < 0.001 ? '< 0.001' : p.toFixed(3)
}
