import { NativeSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Loaded } from '../../ui/loaded.tsx'
import { useNumbers } from '../../ui/numbers.ts'
import { Section } from '../../ui/page.tsx'
import look from './import.module.css'
import { type Mapping, surveyQuery } from './queries.ts'

type Props = { importId: string; mapping: Mapping; onChange: (mapping: Mapping) => void }
const KEPT = ''
const keyOf = (to: { pipeline: string; stage: string } | null): string =>
  to === null ? KEPT : `${to.pipeline}\u0000${to.stage}`

/** What the stages of another system become here, and which currency amounts are in that name none. */
export function DealChoices({ importId, mapping, onChange }: Props) {
  const { t } = useTranslation()
  const { count } = useNumbers()
  const query = useQuery(surveyQuery(importId))
  const isProposed = useRef(mapping.stages.length > 0)
  const { data } = query
  useEffect(() => {
    if (isProposed.current || data === undefined) return
    isProposed.current = true
    const stages = data.stages.map(({ pipeline, stage, to }) => ({ pipeline, stage, to }))
    onChange({ ...mapping, stages, currency: data.currency })
  }, [data, mapping, onChange])
  const choose = (pipeline: string, stage: string, key: string) => {
    const to = data?.choices.find((each) => keyOf(each) === key) ?? null
    const others = mapping.stages.filter((each) => each.pipeline !== pipeline || each.stage !== stage)
    onChange({ ...mapping, stages: [...others, { pipeline, stage, to }] })
  }
  const chosen = (pipeline: string, stage: string) =>
    keyOf(mapping.stages.find((each) => each.pipeline === pipeline && each.stage === stage)?.to ?? null)
  return (
    <Loaded query={query}>
      {({ stages, choices, withoutCurrency }) => (
        <>
          {stages.length > 0 && (
            <Section title={t('importing.dealStages.title')}>
              <p className="quiet">{t('importing.dealStages.text')}</p>
              <div className={look.dealStagesWrap}>
                <table className={look.dealStages}>
                  <thead>
                    <tr>
                      <th>{t('importing.dealStages.theirs')}</th>
                      <th>{t('importing.dealStages.deals')}</th>
                      <th>{t('importing.dealStages.ours')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {stages.map(({ pipeline, stage, n, how }) => (
                      <tr key={keyOf({ pipeline, stage })}>
                        <td>
                          {stage} {pipeline !== '' && <span className="quiet small">{pipeline}</span>}
                        </td>
                        <td className="tnum">{count(n)}</td>
                        <td>
                          <NativeSelect
                            aria-label={t('importing.dealStages.becomes', { stage })}
                            value={chosen(pipeline, stage)}
                            data={[
                              { value: KEPT, label: t('importing.dealStages.kept') },
                              ...choices.map((each) => ({
                                value: keyOf(each),
                                label: `${each.stage} (${each.pipeline})`,
                              })),
                            ]}
                            onChange={(event) => choose(pipeline, stage, event.currentTarget.value)}
                          />
                          <span className="quiet small">{t(`importing.dealStages.how.${how}`)}</span>
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            </Section>
          )}
          {withoutCurrency > 0 && (
            <Section title={t('importing.currency.title')}>
              <p className="quiet">
                {t('importing.currency.text', { count: withoutCurrency, shown: count(withoutCurrency) })}
              </p>
              <TextInput
                label={t('importing.currency.label')}
                description={t('importing.currency.hint')}
                value={mapping.currency ?? ''}
                maxLength={3}
                style={{ maxWidth: 260 }}
                onChange={(event) => {
                  const code = event.currentTarget.value.toUpperCase().replaceAll(/[^A-Z]/g, '')
                  onChange({ ...mapping, currency: code === '' ? null : code })
                }}
              />
            </Section>
          )}
        </>
      )}
    </Loaded>
  )
}
