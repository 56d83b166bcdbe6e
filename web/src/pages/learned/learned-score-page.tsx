import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { useNumbers } from '../../ui/numbers.ts'
import { Page, PageHeader, Section } from '../../ui/page.tsx'
import { sayDate } from '../../ui/say-day.ts'
import { Stat, StatRow } from '../../ui/stat.tsx'
import { Fields } from './fields.tsx'
import look from './learned.module.css'
import { Versions } from './learned-page.tsx'
import { CalibrationPicture, GainPicture } from './pictures.tsx'
import { type LearnedDetail, type LearnedReport, learnedScoreQuery } from './queries.ts'
import { useDecimals } from './use-decimals.ts'

const route = getRouteApi('/framed/agreement/learned/$name')

/** One learned score: how far to trust it, and what it makes of each field. */
export function LearnedScorePage() {
  const { t } = useTranslation()
  const { name } = route.useParams()
  const score = useQuery(learnedScoreQuery(name))
  return (
    <Page>
      <Link to={paths.learned} className={look.link}>
        ← {t('learned.back')}
      </Link>
      <PageHeader title={name} />
      <Loaded query={score}>{(found) => <Whole score={found} />}</Loaded>
    </Page>
  )
}

function Whole({ score }: { score: LearnedDetail }) {
  const { t } = useTranslation()
  const { report } = score
  return (
    <>
      <Origin score={score} />
      <Section title={t('learned.warnings.title')}>
        <Warnings warnings={report.warnings} />
      </Section>
      <Figures report={report} />
      <div className={look.pictures}>
        <Section title={t('learned.calibration.title')}>
          <CalibrationPicture report={report} />
        </Section>
        {report.gains.length === 0 ? null : (
          <Section title={t('learned.gains.title')}>
            <GainPicture gains={report.gains} />
          </Section>
        )}
      </div>
      <Section title={t('learned.fields.title')} aside={t('learned.fields.aside')}>
        <Fields fields={report.fields} />
      </Section>
      {report.leftOut.length === 0 ? null : (
        <Section title={t('learned.leftOut.title')}>
          <ul>
            {report.leftOut.map(({ field, because }) => (
              <li key={field}>
                {field} <span className="quiet">{because}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

function Origin({ score }: { score: LearnedDetail }) {
  const { t, i18n } = useTranslation()
  const { count } = useNumbers()
  const { split } = score.report
  const rows = { source: score.source, train: count(split.train.rows), test: count(split.test.rows) }
  return (
    <div>
      <p>
        {t('learned.foretells', {
          kind: t(`learned.kind.${score.kind}`),
          target: score.target,
          positive: score.positive,
        })}
        {' · '}
        <Versions versions={score.versions} />
      </p>
      <p className="quiet">
        {t(split.kind === 'time' ? 'learned.from' : 'learned.fromEvery', rows)}{' '}
        {score.rowsFrom === null || score.rowsTo === null
          ? t('learned.noSpan')
          : t('learned.span', {
              from: sayDate(score.rowsFrom, i18n.language),
              to: sayDate(score.rowsTo, i18n.language),
            })}
      </p>
    </div>
  )
}

function Warnings({ warnings }: { warnings: LearnedReport['warnings'] }) {
  const { t } = useTranslation()
  if (warnings.length === 0) return <p className="quiet">{t('learned.warnings.none')}</p>
  return (
    <ul className={look.warnings}>
      {warnings.map(({ kind, field, message }) => (
        <li key={`${kind} ${field} ${message}`}>
          <span className={kind === 'leakage' ? look.leak : look.known}>
            {t(kind === 'leakage' ? 'learned.warnings.leakage' : 'learned.warnings.other')}
          </span>
          <span lang="en">{message}</span>
        </li>
      ))}
    </ul>
  )
}

function Figures({ report }: { report: LearnedReport }) {
  const { t } = useTranslation()
  const { share } = useNumbers()
  const decimals = useDecimals()
  const shareOf = (value: number | null): string => (value === null ? '–' : share(value))
  return (
    <StatRow>
      <Stat label={t('learned.figure.auc')} value={decimals(report.auc)}>
        {report.aucInterval === null
          ? null
          : t('learned.figure.aucNote', {
              low: decimals(report.aucInterval.low),
              high: decimals(report.aucInterval.high),
            })}
      </Stat>
      <Stat label={t('learned.figure.brier')} value={decimals(report.brier)}>
        {t('learned.figure.brierNote')}
      </Stat>
      <Stat label={t('learned.figure.calibration')} value={decimals(report.calibrationError)}>
        {t('learned.figure.calibrationNote')}
      </Stat>
      <Stat label={t('learned.figure.lift')} value={decimals(report.liftAt20)}>
        {t('learned.figure.liftNote')}
      </Stat>
      <Stat label={t('learned.figure.gain')} value={shareOf(report.gainAt50)}>
        {t('learned.figure.gainNote')}
      </Stat>
      <Stat label={t('learned.figure.base')} value={shareOf(report.split.train.baseRate)}>
        {t('learned.figure.baseNote', { test: shareOf(report.split.test.baseRate) })}
      </Stat>
    </StatRow>
  )
}
