import { useTranslation } from 'react-i18next'
import look from './learned.module.css'
import type { LearnedReport } from './queries.ts'
import { useDecimals } from './use-decimals.ts'

type Field = LearnedReport['fields'][number]
const STRONGEST = 4

/** What a learned score makes of each field, the one with most to say first. */
export function Fields({ fields }: { fields: readonly Field[] }) {
  const { t } = useTranslation()
  const decimals = useDecimals(2)
  return (
    <div className={look.scroll}>
      <table className={look.table}>
        <thead>
          <tr>
            <th scope="col">{t('learned.fields.field')}</th>
            <th scope="col" className={look.number}>
              {t('learned.fields.spread')}
            </th>
            <th scope="col">{t('learned.fields.values')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map(({ field, spread, values }) => (
            <tr key={field}>
              <td className={look.name}>{field}</td>
              <td className={look.number}>{decimals(spread)}</td>
              <td>
                <Values values={values} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const SPECIAL = { '(missing)': 'missing', '(other)': 'other', '(one standard deviation more)': 'more' } as const

function Values({ values }: { values: Field['values'] }) {
  const { t } = useTranslation()
  const decimals = useDecimals(1)
  const strongest = values.toSorted((a, b) => Math.abs(b.logOdds) - Math.abs(a.logOdds)).slice(0, STRONGEST)
  return (
    <>
      {strongest.map(({ value, logOdds }) => {
        const special = Object.entries(SPECIAL).find(([text]) => text === value)?.[1]
        const told = {
          value: special === undefined ? value : t(`learned.fields.${special}`),
          factor: decimals(Math.exp(Math.abs(logOdds))),
        }
        return <div key={value}>{t(logOdds >= 0 ? 'learned.fields.times' : 'learned.fields.divided', told)}</div>
      })}
    </>
  )
}
