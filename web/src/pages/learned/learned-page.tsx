import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { Empty } from '../../ui/empty.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Moment } from '../../ui/moment.tsx'
import { useNumbers } from '../../ui/numbers.ts'
import { Page, PageHeader } from '../../ui/page.tsx'
import { AgreementTabs } from '../agreement/agreement-tabs.tsx'
import look from './learned.module.css'
import { type LearnedScore, learnedScoresQuery } from './queries.ts'
import { useDecimals } from './use-decimals.ts'

/** Scores learned from outcomes, each under its name. */
export function LearnedPage() {
  const { t } = useTranslation()
  const scores = useQuery(learnedScoresQuery)
  return (
    <Page>
      <PageHeader title={t('learned.title')} aside={t('learned.aside')} actions={<AgreementTabs here="learned" />} />
      <Loaded query={scores}>
        {({ scores: list }) =>
          list.length === 0 ? (
            <Empty title={t('learned.none.title')}>{t('learned.none.text')}</Empty>
          ) : (
            <List scores={list} />
          )
        }
      </Loaded>
    </Page>
  )
}

function List({ scores }: { scores: readonly LearnedScore[] }) {
  const { t } = useTranslation()
  const { count } = useNumbers()
  const decimals = useDecimals()
  return (
    <div className={look.scroll}>
      <table className={look.table}>
        <thead>
          <tr>
            <th scope="col">{t('learned.column.name')}</th>
            <th scope="col" className={look.number}>
              {t('learned.column.rows')}
            </th>
            <th scope="col" className={look.number}>
              {t('learned.column.auc')}
            </th>
            <th scope="col" className={look.number}>
              {t('learned.column.brier')}
            </th>
            <th scope="col" className={look.number}>
              {t('learned.column.warnings')}
            </th>
            <th scope="col">{t('learned.column.used')}</th>
            <th scope="col">{t('learned.column.made')}</th>
          </tr>
        </thead>
        <tbody>
          {scores.map((score) => (
            <tr key={score.name}>
              <td>
                <Link to={paths.learnedScore} params={{ name: score.name }} className={look.link}>
                  {score.name}
                </Link>
                <div className="quiet small">
                  {t('learned.foretells', {
                    kind: t(`learned.kind.${score.kind}`),
                    target: score.target,
                    positive: score.positive,
                  })}
                </div>
              </td>
              <td className={look.number}>{count(score.n)}</td>
              <td className={look.number}>{decimals(score.auc)}</td>
              <td className={look.number}>{decimals(score.brier)}</td>
              <td className={look.number}>{count(score.warnings)}</td>
              <td>
                <Versions versions={score.versions} />
              </td>
              <td>
                <Moment at={score.createdAt} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

export function Versions({ versions }: { versions: readonly number[] }) {
  const { t } = useTranslation()
  return versions.length === 0 ? (
    <span className="quiet">{t('learned.unused')}</span>
  ) : (
    t('learned.versions', { count: versions.length, list: versions.join(', ') })
  )
}
