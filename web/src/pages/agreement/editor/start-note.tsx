import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../../api/client.ts'
import { currentLanguage } from '../../../i18n/i18n.ts'
import { useNumbers } from '../../../ui/numbers.ts'
import { ReasonedButton } from '../../../ui/reasoned-button.tsx'
import { sayDone, sayRefused, sayUndo } from '../../../ui/toast.ts'
import { addDays } from '../../funnel/cohort.ts'
import { newestLeadQuery } from '../../funnel/queries.ts'
import { agreementQuery } from '../queries.ts'
import look from './start-note.module.css'

/** Leads need time to be won: the period read ends two months before the newest lead. */
const AGE_DAYS = 60
const LENGTH_DAYS = 180

type Props = { version: number; isInForce: boolean; text: string; onText: (text: string) => void; onImport: () => void }

/** Three lines on what is done here, and what one may begin from. Shown until something has changed. */
export function StartNote({ version, isInForce, text, onText, onImport }: Props) {
  const { t } = useTranslation()
  const { count, points, share } = useNumbers()
  const newest = useQuery(newestLeadQuery).data
  const current = useQuery(agreementQuery('current', currentLanguage())).data
  const last = newest?.leads[0]?.openedAt.slice(0, 10)
  const put = (next: string, said: string) => {
    onText(next)
    sayUndo(said, () => onText(text))
  }
  const standard = useMutation({
    mutationFn: () => take(api.GET('/api/agreements/standard')),
    onSuccess: ({ document }) =>
      document === text
        ? sayDone(t('agreement.editor.start.same'))
        : put(document, t('agreement.editor.start.standardPut')),
    onError: (error) => sayRefused(error),
  })
  const suggest = useMutation({
    mutationFn: (day: string) => {
      const to = addDays(day, -AGE_DAYS)
      return take(
        api.POST('/api/backtests/suggestions', {
          body: { from: addDays(to, -LENGTH_DAYS), to, segment: {}, perWeek: null },
        }),
      )
    },
    onSuccess: (found) =>
      put(
        found.document,
        t('backtest.panel.suggested', {
          taken: count(found.taken),
          all: count(found.leads),
          perWeek: points(found.takenPerWeek),
          rate: share(found.won.rate ?? 0),
          average: share(found.average.rate ?? 0),
        }),
      ),
    onError: (error) => sayRefused(error),
  })
  return (
    <section className={look.note} aria-label={t('agreement.editor.start.title')}>
      <ol className={look.lines}>
        <li>{t('agreement.editor.start.one')}</li>
        <li>{t('agreement.editor.start.two')}</li>
        <li>{t('agreement.editor.start.three')}</li>
      </ol>
      <p className={look.from}>
        {t(isInForce ? 'agreement.editor.start.fromInForce' : 'agreement.editor.start.fromVersion', { n: version })}{' '}
        {t('agreement.editor.start.or')}
      </p>
      <div className={look.choices}>
        <ReasonedButton
          why={last === undefined ? t('agreement.editor.start.noHistory') : null}
          loading={suggest.isPending}
          onClick={() => last !== undefined && suggest.mutate(last)}
        >
          {t('agreement.editor.start.history')}
        </ReasonedButton>
        <Button loading={standard.isPending} onClick={() => standard.mutate()}>
          {t('agreement.editor.start.standard')}
        </Button>
        {!isInForce && current !== undefined && (
          <Button onClick={() => put(current.document, t('agreement.editor.start.currentPut', { n: current.version }))}>
            {t('agreement.editor.start.current', { n: current.version })}
          </Button>
        )}
        <Button variant="subtle" onClick={onImport}>
          {t('agreement.editor.start.import')}
        </Button>
      </div>
    </section>
  )
}
