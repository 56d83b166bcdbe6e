import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useNumbers } from '../../ui/numbers.ts'
import { type Asked, bodyOf, isPeriod } from './asked.ts'
import { type Segment, segmentsQuery, type Trait } from './queries.ts'
import { sayValue } from './say-value.ts'
import { useCondition } from './use-condition.ts'
import look from './which-leads.module.css'

type Props = { asked: Asked; onChange: (next: Asked) => void }

/** Which leads something is tried on: a period, and a segment by what the history holds or by a condition. */
export function WhichLeads({ asked, onChange }: Props) {
  const { t } = useTranslation()
  const { segment } = asked
  const isNarrowed = Object.values(segment).some((value) => value !== undefined)
  return (
    <div className={look.asked}>
      <div className={look.dates}>
        <Day label={t('backtest.panel.from')} value={asked.from} onChange={(from) => onChange({ ...asked, from })} />
        <Day label={t('backtest.panel.to')} value={asked.last} onChange={(last) => onChange({ ...asked, last })} />
      </div>
      {!isPeriod(asked) && (
        <p className={look.wrong} role="alert">
          {t('backtest.panel.backwards')}
        </p>
      )}
      <details className={look.narrow} open={isNarrowed || undefined}>
        <summary>{t('backtest.which.only')}</summary>
        <div className={look.inside}>
          <Traits asked={asked} onChange={onChange} />
          <Condition
            when={segment.when ?? ''}
            onChange={(when) => onChange({ ...asked, segment: { ...segment, when: when === '' ? undefined : when } })}
          />
        </div>
      </details>
    </div>
  )
}

function Day({ label, value, onChange }: { label: string; value: string; onChange: (day: string) => void }) {
  return (
    <label className={look.day}>
      <span>{label}</span>
      <input type="date" value={value} max="9999-12-31" onChange={(event) => onChange(event.currentTarget.value)} />
    </label>
  )
}

/** One choice for each trait by which these leads differ, each value with how many there are. */
function Traits({ asked, onChange }: Props) {
  const { t, i18n } = useTranslation()
  const { count } = useNumbers()
  const { from, to } = bodyOf(asked)
  const { data } = useQuery({ ...segmentsQuery(from, to), enabled: isPeriod(asked) })
  const shown = (data?.traits ?? []).filter(
    ({ name, values }) => values.length > 1 || asked.segment[name] !== undefined,
  )
  if (data?.leads === 0) return <p className="quiet small">{t('backtest.emptyTitle')}.</p>
  if (data !== undefined && shown.length === 0) return <p className="quiet small">{t('backtest.which.alike')}</p>
  return (
    <div className={look.traits}>
      {shown.map(({ name, values, others }) => {
        const chosen = asked.segment[name]
        const known = values.some(({ value }) => value === chosen)
        const all = chosen === undefined || known ? values : [{ value: chosen, leads: 0 }, ...values]
        return (
          <Select
            key={name}
            label={t(`backtest.which.${name}`)}
            placeholder={t('backtest.which.all')}
            data={all.map(({ value, leads }) => ({
              value: `=${value}`,
              label: `${sayValue(t, i18n.language, name, value)} · ${count(leads)}`,
            }))}
            value={chosen === undefined ? null : `=${chosen}`}
            onChange={(value) =>
              onChange({
                ...asked,
                segment: withTrait(asked.segment, name, value === null ? undefined : value.slice(1)),
              })
            }
            description={others === 0 ? undefined : t('backtest.which.others', { n: count(others) })}
            inputWrapperOrder={['label', 'input', 'description']}
            clearable
            searchable
            nothingFoundMessage={t('backtest.which.nothing')}
          />
        )
      })}
    </div>
  )
}

const SIZES = ['0-9', '10-49', '50-249', '250+', ''] as const

function withTrait(segment: Segment, name: Trait, value: string | undefined): Segment {
  if (name === 'accountSize') return { ...segment, accountSize: SIZES.find((size) => size === value) }
  return { ...segment, [name]: value }
}

/** A condition as agreements have them, checked while it is written and said in words. */
function Condition({ when, onChange }: { when: string; onChange: (when: string) => void }) {
  const { t } = useTranslation()
  const id = useId()
  const { says, problems } = useCondition(when)
  return (
    <div className={look.condition}>
      <label htmlFor={id}>{t('backtest.which.condition')}</label>
      <textarea
        id={id}
        rows={2}
        spellCheck={false}
        value={when}
        placeholder={t('backtest.which.example')}
        aria-invalid={problems.length > 0}
        aria-describedby={`${id}-said`}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <div id={`${id}-said`} role="status" className="small">
        {problems.length > 0 ? (
          <ul className={look.problems}>
            {problems.map(({ where, what, mend }) => (
              <li key={`${where} ${what}`}>
                <strong>{t('backtest.which.at', { n: placeOf(where) })}</strong> {what} {mend}
              </li>
            ))}
          </ul>
        ) : says !== null ? (
          <p className="quiet">{t('backtest.which.says', { says })}</p>
        ) : (
          <p className="quiet">{t('backtest.which.fields')}</p>
        )}
      </div>
    </div>
  )
}

function placeOf(where: string): string {
  return where.replace(/\D+/g, '')
}

/** The parts of a segment in words: "channel referral, country France". */
export function segmentInWords(t: TFunction, language: string, segment: Segment): string[] {
  return (['channel', 'origin', 'campaign', 'landingPage', 'country', 'accountSize'] as const).flatMap((name) => {
    const value = segment[name]
    return value === undefined ? [] : [t(`backtest.segment.${name}`, { value: sayValue(t, language, name, value) })]
  })
}
