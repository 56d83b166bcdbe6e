import { IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import lines from '../condition.module.css'
import { ListField } from '../fields/list-field.tsx'
import { Say } from '../fields/say.tsx'
import { ChoiceField, NumberField, WordField } from '../fields/simple-fields.tsx'
import { type FormProps, fieldsOf, numberOf, setField, textOf, wordsOf } from './form-props.ts'

export function TitleForm({ part, apply }: FormProps) {
  const { t } = useTranslation()
  return (
    <Say
      words={t('agreement.editor.say.title')}
      fields={{
        title: (
          <WordField
            label={t('agreement.editor.titleOf')}
            value={textOf(part.value)}
            onChange={(value) => value !== '' && apply([{ op: 'set', path: part.path, value }])}
          />
        ),
      }}
    />
  )
}

/** The team of a side, and who signs for it: so many, or these. */
export function PartyForm({ part, apply, vocabulary }: FormProps) {
  const { t } = useTranslation()
  const { team, signs } = fieldsOf(part.value)
  const side = part.path.at(-1) === 'marketing' ? 'marketing' : 'sales'
  const isNamed = Array.isArray(signs)
  const people = vocabulary.people.filter((one) => one.side === side)
  return (
    <Say
      words={t(isNamed ? 'agreement.editor.say.partyNamed' : 'agreement.editor.say.party')}
      fields={{
        side: <strong>{t(`agreement.teams.${side}`)}</strong>,
        team: (
          <ChoiceField
            label={t('agreement.editor.teamOf')}
            value={textOf(team)}
            choices={vocabulary.teams
              .filter((one) => one.side === side)
              .map(({ name }) => ({ value: name, label: name }))}
            onChange={(value) => apply([setField(part, 'team', value)])}
          />
        ),
        how: (
          <ChoiceField
            label={t('agreement.editor.howSigned')}
            value={isNamed ? 'named' : 'count'}
            choices={(['count', 'named'] as const).map((value) => ({
              value,
              label: t(`agreement.editor.signs.${value}`),
            }))}
            onChange={(value) =>
              apply([setField(part, 'signs', value === 'count' ? 1 : people.slice(0, 1).map(({ name }) => name))])
            }
          />
        ),
        count: (
          <NumberField
            label={t('agreement.editor.signatures')}
            value={numberOf(signs)}
            min={1}
            max={20}
            onChange={(value) => apply([setField(part, 'signs', value)])}
          />
        ),
        people: (
          <ListField
            label={t('agreement.editor.signatories')}
            values={wordsOf(signs)}
            offers={people.map(({ name }) => ({ value: name }))}
            onChange={(list) => list.length > 0 && apply([{ op: 'set', path: [...part.path, 'signs'], value: list }])}
          />
        ),
      }}
    />
  )
}

const DAYS = ['mon-fri', 'mon-thu', 'mon-sat', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun', 'sat-sun'] as const

function zones(current: string): string[] {
  const known = Intl.supportedValuesOf('timeZone')
  return known.includes(current) ? known : [current, ...known]
}

/** When work is done: zone, hours a day, public holidays. */
export function CalendarForm({ part, apply }: FormProps) {
  const { t, i18n } = useTranslation()
  const { zone, hours, holidays } = fieldsOf(part.value)
  const rows = Object.entries(fieldsOf(hours))
  const path = [...part.path, 'hours']
  const free = DAYS.find((day) => !rows.some(([one]) => one === day))
  const regions = new Intl.DisplayNames([i18n.language], { type: 'region' })
  const place = typeof holidays === 'string' ? holidays : ''
  const country = place.slice(0, 2)
  const isOther = holidays !== undefined && typeof holidays !== 'string'
  return (
    <>
      <Say
        words={t('agreement.editor.say.zone')}
        fields={{
          zone: (
            <ChoiceField
              label={t('agreement.editor.zone')}
              value={textOf(zone)}
              choices={zones(textOf(zone)).map((value) => ({ value, label: value.replaceAll('_', ' ') }))}
              onChange={(value) => apply([setField(part, 'zone', value)])}
            />
          ),
        }}
      />
      <div className={lines.builder}>
        {rows.map(([days, blocks]) => (
          <div key={days} className={lines.line}>
            <span className={lines.row}>
              <ChoiceField
                label={t('agreement.editor.days')}
                value={days}
                choices={DAYS.filter((one) => one === days || !rows.some(([other]) => other === one)).map((value) => ({
                  value,
                  label: t(`agreement.editor.dayNames.${value}`),
                }))}
                onChange={(key) => apply([{ op: 'rename', path: [...path, days], key }])}
              />
              <ListField
                label={t('agreement.editor.hours')}
                values={wordsOf(blocks)}
                placeholder="09:00-12:30"
                onChange={(list) => list.length > 0 && apply([{ op: 'set', path: [...path, days], value: list }])}
              />
            </span>
            {rows.length > 1 && (
              <button
                type="button"
                className={lines.out}
                aria-label={t('agreement.editor.takeOut', { what: days })}
                onClick={() => apply([{ op: 'remove', path: [...path, days] }])}
              >
                <IconX size={14} stroke={2} aria-hidden />
              </button>
            )}
          </div>
        ))}
        {free !== undefined && (
          <div className={lines.adds} style={{ paddingLeft: 0 }}>
            <button
              type="button"
              className={lines.add}
              onClick={() =>
                apply([{ op: 'set', path: [...path, free === 'mon-fri' ? 'mon' : 'sat'], value: ['09:00-12:00'] }])
              }
            >
              <IconPlus size={14} stroke={2} aria-hidden />
              {t('agreement.editor.addDay')}
            </button>
          </div>
        )}
      </div>
      {!isOther && (
        <Say
          words={t('agreement.editor.say.holidays')}
          fields={{
            country: (
              <ChoiceField
                label={t('agreement.editor.holidaysOf')}
                value={country}
                choices={[
                  { value: '', label: t('agreement.editor.noHolidays') },
                  ...COUNTRIES.map((value) => ({ value, label: regions.of(value) ?? value })).sort((a, b) =>
                    a.label.localeCompare(b.label, i18n.language),
                  ),
                ]}
                onChange={(value) => apply([setField(part, 'holidays', value)])}
              />
            ),
            region: (
              <WordField
                label={t('agreement.editor.region')}
                value={place.slice(3)}
                placeholder={t('agreement.editor.noRegion')}
                onChange={(region) =>
                  country !== '' &&
                  apply([setField(part, 'holidays', region === '' ? country : `${country}-${region}`)])
                }
              />
            ),
          }}
        />
      )}
    </>
  )
}

/** Countries whose public holidays are known; any other may be written in the YAML. */
const COUNTRIES = [
  'AR',
  'AT',
  'AU',
  'BE',
  'BR',
  'CA',
  'CH',
  'CL',
  'CO',
  'CZ',
  'DE',
  'DK',
  'ES',
  'FI',
  'FR',
  'GB',
  'GR',
  'HU',
  'IE',
  'IT',
  'JP',
  'LU',
  'MX',
  'NL',
  'NO',
  'NZ',
  'PL',
  'PT',
  'RO',
  'SE',
  'US',
  'ZA',
]
