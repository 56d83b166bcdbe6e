import { NativeSelect, Radio, Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { guessZone, zones } from '../setup/guess-place.ts'
import look from './import.module.css'
import type { Mapping } from './queries.ts'

const TREATMENTS = ['history', 'new leads'] as const
const DATE_FORMATS = ['iso', 'day-first', 'month-first'] as const
const DUPLICATES = ['update', 'skip'] as const

type Props = { mapping: Mapping; onChange: (mapping: Mapping) => void }

/** How the rows are to be understood: history or work for today, how dates are written, what of people already known. */
export function MappingOptions({ mapping, onChange }: Props) {
  const { t } = useTranslation()
  const set = (part: Partial<Mapping>) => onChange({ ...mapping, ...part })
  return (
    <div className={look.options}>
      <Radio.Group
        label={t('importing.treatAs')}
        value={mapping.treatAs}
        className={look.treatments}
        onChange={(value) => set({ treatAs: TREATMENTS.find((one) => one === value) ?? 'history' })}
      >
        <div className={look.cards}>
          {TREATMENTS.map((one) => (
            <Radio.Card key={one} value={one} className={look.card}>
              <Radio.Indicator size="xs" className={look.dot} />
              <span>
                <span className={look.pastTitle}>{t(`importing.treatments.${one}`)}</span>
                <span className="quiet">{t(`importing.treatmentTexts.${one}`)}</span>
              </span>
            </Radio.Card>
          ))}
        </div>
      </Radio.Group>
      <NativeSelect
        label={t('importing.dates')}
        data={DATE_FORMATS.map((one) => ({ value: one, label: t(`importing.dateFormats.${one}`) }))}
        value={mapping.dateFormat}
        onChange={(event) =>
          set({ dateFormat: DATE_FORMATS.find((one) => one === event.currentTarget.value) ?? 'iso' })
        }
      />
      <Select
        label={t('importing.zone')}
        data={[...new Set(['UTC', ...zones(guessZone())])]}
        value={mapping.zone}
        searchable
        allowDeselect={false}
        limit={80}
        onChange={(zone) => zone !== null && set({ zone })}
      />
      <NativeSelect
        label={t('importing.duplicates')}
        data={DUPLICATES.map((one) => ({ value: one, label: t(`importing.duplicateChoices.${one}`) }))}
        value={mapping.duplicates}
        onChange={(event) =>
          set({ duplicates: DUPLICATES.find((one) => one === event.currentTarget.value) ?? 'update' })
        }
      />
      <TextInput
        label={t('importing.channel')}
        value={mapping.channel ?? ''}
        maxLength={200}
        onChange={(event) => set({ channel: event.currentTarget.value === '' ? null : event.currentTarget.value })}
      />
    </div>
  )
}
