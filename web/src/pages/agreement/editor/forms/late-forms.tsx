import { useTranslation } from 'react-i18next'
import { DurationField } from '../fields/duration-field.tsx'
import { ListField } from '../fields/list-field.tsx'
import { Say } from '../fields/say.tsx'
import { ChoiceField, NumberField, Toggles, WordField } from '../fields/simple-fields.tsx'
import { aloneOrList, type FormProps, fieldsOf, numberOf, setField, textOf, wordsOf } from './form-props.ts'

const WHOM = ['owner', 'manager', 'head of sales'] as const
const CLOCKS = ['acceptance', 'first contact', 'attempts', 'verdict', 'next step', 'feedback'] as const

/** Who hears of it: words of the agreement, several of them. */
function Whom({ part, apply }: FormProps) {
  const { t } = useTranslation()
  const words = (value: string): string => {
    const known = WHOM.find((one) => one === value)
    return known === undefined ? value : t(`agreement.editor.whoms.${known}`)
  }
  return (
    <ListField
      label={t('agreement.editor.whom')}
      values={wordsOf(fieldsOf(part.value).whom)}
      offers={WHOM.map((value) => ({ value, label: words(value) }))}
      say={words}
      onChange={(list) =>
        list.length > 0 && apply([{ op: 'set', path: [...part.path, 'whom'], value: aloneOrList(list) }])
      }
    />
  )
}

/** When a warning comes, and to whom. */
export function WarnForm(props: FormProps) {
  const { t } = useTranslation()
  const { part, apply } = props
  const { at } = fieldsOf(part.value)
  const share = typeof at === 'number' ? Math.round(at * 100) : at === 'three quarters of the time' ? 75 : 50
  const written = (percent: number): string | number =>
    percent === 50 ? 'half the time' : percent === 75 ? 'three quarters of the time' : percent / 100
  return (
    <Say
      words={t('agreement.editor.say.warn')}
      fields={{
        share: (
          <NumberField
            label={t('agreement.editor.shareOfTime')}
            value={share}
            min={5}
            max={99}
            onChange={(value) => apply([setField(part, 'at', written(value))])}
          />
        ),
        whom: <Whom {...props} />,
      }}
    />
  )
}

export function BreachForm(props: FormProps) {
  const { t } = useTranslation()
  return <Say words={t('agreement.editor.say.breach')} fields={{ whom: <Whom {...props} /> }} />
}

/** One rung of the ladder: after how long what happens, for which clocks. */
export function LateStepForm(props: FormProps) {
  const { t } = useTranslation()
  const { part, apply } = props
  const { after, do: act, of, at_most } = fieldsOf(part.value)
  const isTell = act === 'tell'
  return (
    <>
      <Say
        words={t(isTell ? 'agreement.editor.say.lateTell' : 'agreement.editor.say.lateReassign')}
        fields={{
          duration: (
            <DurationField
              label={t('agreement.editor.after')}
              value={textOf(after)}
              onChange={(value) => apply([setField(part, 'after', value)])}
            />
          ),
          act: (
            <ChoiceField
              label={t('agreement.editor.act')}
              value={textOf(act)}
              choices={(['reassign', 'tell'] as const).map((value) => ({
                value,
                label: t(`agreement.editor.acts.${value}`),
              }))}
              onChange={(value) =>
                apply([
                  {
                    op: 'set',
                    path: part.path,
                    value: {
                      after,
                      do: value,
                      ...(value === 'tell' ? { whom: 'manager' } : { at_most: 1 }),
                      ...(of === undefined ? {} : { of }),
                    },
                  },
                ])
              }
            />
          ),
          whom: <Whom {...props} />,
          times: (
            <NumberField
              label={t('agreement.editor.times')}
              value={numberOf(at_most) ?? 1}
              min={0}
              max={10}
              onChange={(value) => apply([setField(part, 'at_most', value)])}
            />
          ),
        }}
      />
      <Say
        words={t('agreement.editor.say.ofClocks')}
        fields={{
          clocks: (
            <Toggles
              label={t('agreement.editor.clocks')}
              values={CLOCKS}
              chosen={wordsOf(of)}
              say={(value) => {
                const known = CLOCKS.find((one) => one === value)
                return known === undefined ? value : t(`agreement.editor.clockNames.${known}`)
              }}
              onChange={(list) => apply([setField(part, 'of', list)])}
            />
          ),
        }}
      />
    </>
  )
}

const CONSEQUENCES = ['route again', 'back to marketing', 'nurture', 'close'] as const

/** The words of a reason, which a seller picks. */
function ReasonName({ part, apply }: FormProps) {
  const { t } = useTranslation()
  return (
    <WordField
      label={t('agreement.editor.reason')}
      value={String(part.path.at(-1))}
      onChange={(key) => key !== '' && apply([{ op: 'rename', path: part.path, key }])}
    />
  )
}

export function RejectForm(props: FormProps) {
  const { t } = useTranslation()
  const { part, apply } = props
  return (
    <Say
      words={t('agreement.editor.say.reject')}
      fields={{
        name: <ReasonName {...props} />,
        follows: (
          <ChoiceField
            label={t('agreement.editor.consequence')}
            value={textOf(fieldsOf(part.value).then)}
            choices={CONSEQUENCES.map((value) => ({ value, label: t(`agreement.editor.consequences.${value}`) }))}
            onChange={(value) => apply([setField(part, 'then', value)])}
          />
        ),
      }}
    />
  )
}

/** After contact: whether a lead comes back, what must have been done before, what is asked. */
export function DisqualifyForm(props: FormProps) {
  const { t } = useTranslation()
  const { part, parts, apply } = props
  const { needs, recycle, close, ask, ...rest } = fieldsOf(part.value)
  const comeback = recycle === 'at a date given' ? 'date' : typeof recycle === 'string' ? 'after' : 'never'
  const attempts = parts.find((one) => one.path[0] === 'sales_promises' && 'attempts' in fieldsOf(one.value))
  const write = (next: Record<string, unknown>) => {
    const made: Record<string, unknown> = { needs, recycle, close, ask, ...rest, ...next }
    const value = Object.fromEntries(Object.entries(made).filter(([, each]) => each !== undefined && each !== ''))
    apply([{ op: 'set', path: part.path, value }])
  }
  return (
    <>
      <Say
        words={t(comeback === 'after' ? 'agreement.editor.say.disqualifyAfter' : 'agreement.editor.say.disqualify')}
        fields={{
          name: <ReasonName {...props} />,
          comeback: (
            <ChoiceField
              label={t('agreement.editor.consequence')}
              value={comeback}
              choices={(['never', 'after', 'date'] as const).map((value) => ({
                value,
                label: t(`agreement.editor.comebacks.${value}`),
              }))}
              onChange={(value) =>
                write(
                  value === 'never'
                    ? { close: true, recycle: undefined }
                    : { close: undefined, recycle: value === 'date' ? 'at a date given' : 'after 90 days' },
                )
              }
            />
          ),
          duration: (
            <DurationField
              label={t('agreement.editor.comesBackAfter')}
              value={textOf(recycle).replace(/^after /, '')}
              units="elapsed"
              onChange={(value) => write({ recycle: `after ${value}` })}
            />
          ),
        }}
      />
      <Say
        words={t('agreement.editor.say.needs')}
        fields={{
          needs: (
            <ChoiceField
              label={t('agreement.editor.needs')}
              value={textOf(needs)}
              choices={[
                { value: '', label: t('agreement.editor.needsNothing') },
                { value: 'an attempt', label: t('agreement.editor.needsAttempt') },
                ...(attempts === undefined
                  ? []
                  : [
                      { value: attempts.clause, label: t('agreement.editor.needsClause', { clause: attempts.clause }) },
                    ]),
              ]}
              onChange={(value) => write({ needs: value })}
            />
          ),
          ask: (
            <WordField
              label={t('agreement.editor.ask')}
              value={textOf(ask)}
              placeholder={t('agreement.editor.askNothing')}
              onChange={(value) => write({ ask: value })}
            />
          ),
        }}
      />
    </>
  )
}
