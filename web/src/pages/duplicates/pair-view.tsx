import { Button, Radio } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useKeys } from '../../keys/use-keys.ts'
import { paths } from '../../paths.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Moment } from '../../ui/moment.tsx'
import { useNumbers } from '../../ui/numbers.ts'
import { ReasonedButton } from '../../ui/reasoned-button.tsx'
import look from './duplicates.module.css'
import { type Duplicate, type MergeField, type Preview, previewQuery, type Side } from './queries.ts'

type Chosen = Partial<Record<MergeField, Side>>
type Props = {
  pair: Duplicate
  mayJudge: boolean
  isBusy: boolean
  onMerge: (body: { from: string; into: string; chosen: Chosen }) => void
  onVerdict: (verdict: 'different' | 'later') => void
}

/** Both people side by side, a choice for each field they differ in, and the three answers. */
export function PairView({ pair, mayJudge, isBusy, onMerge, onVerdict }: Props) {
  const { t } = useTranslation()
  // The one with the longer story keeps the address.
  const [into, from] = pair.low.facts >= pair.high.facts ? [pair.low, pair.high] : [pair.high, pair.low]
  const preview = useQuery(previewQuery(into.id, from.id))
  const [chosen, setChosen] = useState<Chosen>({})
  const merge = () => onMerge({ from: from.id, into: into.id, chosen })
  useKeys(t('duplicates.title'), [{ keys: 'm', says: t('duplicates.merge'), run: merge, isOff: !mayJudge || isBusy }])
  const why = mayJudge ? null : t('duplicates.cannot')
  return (
    <section className={look.view}>
      <Loaded query={preview}>
        {(data) => (
          <>
            <Fields
              preview={data}
              chosen={chosen}
              onChoose={(field, side) => setChosen({ ...chosen, [field]: side })}
            />
            {data.owners.length > 1 && (
              <p className={look.note}>{t('duplicates.owners', { names: data.owners.join(', ') })}</p>
            )}
          </>
        )}
      </Loaded>
      <div className={look.actions}>
        <ReasonedButton variant="filled" why={why} loading={isBusy} onClick={merge}>
          {t('duplicates.merge')}
        </ReasonedButton>
        <Button disabled={!mayJudge || isBusy} onClick={() => onVerdict('different')}>
          {t('duplicates.different')}
        </Button>
        <Button variant="subtle" disabled={!mayJudge || isBusy} onClick={() => onVerdict('later')}>
          {t('duplicates.later')}
        </Button>
      </div>
      <p className="quiet small">{t('duplicates.undoable')}</p>
    </section>
  )
}

type FieldsProps = { preview: Preview; chosen: Chosen; onChoose: (field: MergeField, side: Side) => void }

function Fields({ preview, chosen, onChoose }: FieldsProps) {
  const { t } = useTranslation()
  return (
    <table className={look.fields}>
      <thead>
        <tr>
          <td />
          <Head person={preview.into} />
          <Head person={preview.from} />
        </tr>
      </thead>
      <tbody>
        {preview.fields.map(({ field, into, from, suggested, isContested }) => {
          const side = chosen[field] ?? suggested
          const cell = (own: Side, value: string | null) => (
            <td data-wins={side === own || undefined}>
              {isContested && value !== null ? (
                <Radio
                  name={field}
                  label={value}
                  checked={side === own}
                  onChange={() => onChoose(field, own)}
                  aria-label={`${t(`duplicates.field.${field}`)}: ${value}`}
                />
              ) : (
                (value ?? '')
              )}
            </td>
          )
          return (
            <tr key={field}>
              <th scope="row">{t(`duplicates.field.${field}`)}</th>
              {cell('into', into)}
              {cell('from', from)}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Head({ person }: { person: Preview['into'] }) {
  const { t } = useTranslation()
  const { count } = useNumbers()
  return (
    <th scope="col">
      <Link to={paths.lead} params={{ personId: person.id }}>
        {person.name || person.email || t('duplicates.nameless')}
      </Link>
      <span className="quiet small">
        {t('duplicates.facts', { count: person.facts, shown: count(person.facts) })}, <Moment at={person.lastSeenAt} />
        {person.owner === null ? '' : `, ${person.owner}`}
      </span>
    </th>
  )
}
