import { useTranslation } from 'react-i18next'
import { ConditionField } from '../condition-field.tsx'
import { DurationField } from '../fields/duration-field.tsx'
import look from '../fields/fields.module.css'
import { ListField } from '../fields/list-field.tsx'
import { Say } from '../fields/say.tsx'
import { ChoiceField, WordField } from '../fields/simple-fields.tsx'
import { type FormProps, fieldsOf, setField, textOf, wordsOf } from './form-props.ts'

const SPECIAL = ['account owner', 'territory', 'named account'] as const

function usePools({ parts }: FormProps) {
  const { t } = useTranslation()
  return parts
    .filter((part) => part.path[0] === 'pools' && part.path.length === 2)
    .map((part) => ({ value: `pool ${part.path[1]}`, label: t('agreement.editor.pool', { name: part.path[1] }) }))
}

/** Where a lead goes when a condition holds. */
export function RouteForm(props: FormProps) {
  const { t } = useTranslation()
  const { part, apply } = props
  const { to } = fieldsOf(part.value)
  const pools = usePools(props)
  return (
    <>
      <Say
        words={t('agreement.editor.say.route')}
        fields={{
          to: (
            <ChoiceField
              label={t('agreement.editor.to')}
              value={textOf(to)}
              choices={[
                ...pools,
                ...SPECIAL.map((one) => ({ value: one, label: t(`agreement.editor.special.${one}`) })),
              ]}
              onChange={(value) => apply([setField(part, 'to', value)])}
            />
          ),
        }}
      />
      <ConditionField {...props} isOptional />
    </>
  )
}

const ORDERS = ['round robin', 'least loaded', 'in this order'] as const
const PERIODS = ['day', 'week', 'month'] as const
const LIMIT = /^(\d+) (?:a|per) (day|week|month)$/

function limitsOf(value: unknown): Record<string, number> {
  return Object.fromEntries(
    wordsOf(value).flatMap((text) => {
      const [, amount, per] = LIMIT.exec(text) ?? []
      return amount === undefined || per === undefined ? [] : [[per, Number(amount)]]
    }),
  )
}

/** The people a lead may be given to, in which order, and how many each takes. */
export function PoolForm(props: FormProps) {
  const { t } = useTranslation()
  const { part, apply, vocabulary } = props
  const { people, order, at_most } = fieldsOf(part.value)
  const isTeam = typeof people === 'string'
  const limits = limitsOf(at_most)
  const setLimit = (per: string, amount: number | null) => {
    const next = { ...limits, ...(amount === null ? {} : { [per]: amount }) }
    if (amount === null) delete next[per]
    apply([
      setField(
        part,
        'at_most',
        PERIODS.flatMap((each) => (next[each] === undefined ? [] : [`${next[each]} a ${each}`])),
      ),
    ])
  }
  return (
    <>
      <Say
        words={t(isTeam ? 'agreement.editor.say.poolOfTeam' : 'agreement.editor.say.poolOfPeople')}
        fields={{
          name: (
            <WordField
              label={t('agreement.editor.name')}
              value={String(part.path.at(-1))}
              onChange={(key) => key !== '' && apply([{ op: 'rename', path: part.path, key }])}
            />
          ),
          who: (
            <ChoiceField
              label={t('agreement.editor.members')}
              value={isTeam ? people : 'people'}
              choices={[
                ...vocabulary.teams.map(({ name }) => ({
                  value: `team ${name}`,
                  label: t('agreement.editor.team', { name }),
                })),
                { value: 'people', label: t('agreement.editor.chosenPeople') },
              ]}
              onChange={(value) =>
                apply([
                  setField(
                    part,
                    'people',
                    value === 'people'
                      ? vocabulary.people
                          .flatMap(({ email, side }) => (side === 'sales' && email !== null ? [email] : []))
                          .slice(0, 1)
                      : value,
                  ),
                ])
              }
            />
          ),
          people: (
            <ListField
              label={t('agreement.editor.members')}
              values={isTeam ? [] : wordsOf(people)}
              offers={vocabulary.people.flatMap(({ name, email }) =>
                email === null ? [] : [{ value: email, label: name }],
              )}
              say={(email) => vocabulary.people.find((one) => one.email === email)?.name ?? email}
              onChange={(list) => apply([{ op: 'set', path: [...part.path, 'people'], value: list }])}
            />
          ),
          order: (
            <ChoiceField
              label={t('agreement.editor.order')}
              value={textOf(order)}
              choices={ORDERS.map((one) => ({ value: one, label: t(`agreement.editor.orders.${one}`) }))}
              onChange={(value) => apply([setField(part, 'order', value)])}
            />
          ),
        }}
      />
      <div className={look.sentence}>
        {t('agreement.editor.say.limits')}{' '}
        {PERIODS.map((per) => (
          <span key={per} className={look.limit}>
            <WordField
              label={t(`agreement.editor.limitPer.${per}`)}
              value={limits[per] === undefined ? '' : String(limits[per])}
              isShort
              placeholder={t('agreement.editor.noLimit')}
              onChange={(text) => setLimit(per, /^[1-9]\d*$/.test(text) ? Number(text) : null)}
            />{' '}
            {t(`agreement.editor.per.${per}`)}
          </span>
        ))}
      </div>
    </>
  )
}

/** What happens with a lead that nobody can take. */
export function NobodyFreeForm({ part, apply }: FormProps) {
  const { t } = useTranslation()
  const { keep_for, then } = fieldsOf(part.value)
  return (
    <Say
      words={t('agreement.editor.say.nobodyFree')}
      fields={{
        duration: (
          <DurationField
            label={t('agreement.editor.keepFor')}
            value={textOf(keep_for)}
            onChange={(value) => apply([setField(part, 'keep_for', value)])}
          />
        ),
        whom: (
          <WordField
            label={t('agreement.editor.whom')}
            value={textOf(then).replace(/^tell /, '')}
            list="agreement-whom"
            onChange={(whom) => whom !== '' && apply([setField(part, 'then', `tell ${whom}`)])}
          />
        ),
      }}
    />
  )
}

/** The whole of a number of days. */
export function ReturnsForm({ part, apply }: FormProps) {
  const { t } = useTranslation()
  const { stale_after } = fieldsOf(part.value)
  return (
    <Say
      words={t('agreement.editor.say.returns')}
      fields={{
        duration: (
          <DurationField
            label={t('agreement.editor.staleAfter')}
            value={textOf(stale_after)}
            units="elapsed"
            onChange={(value) => apply([setField(part, 'stale_after', value)])}
          />
        ),
      }}
    />
  )
}
