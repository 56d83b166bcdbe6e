import { Link } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../../api/types.ts'
import { paths } from '../../paths.ts'
import { sayReason } from '../../story/say-reason.ts'
import look from './needs.module.css'

type Evidence = Schemas['NeedView']['evidence'][number]

/** What speaks for a need, with how many of how many. */
export function sayEvidence(one: Evidence, t: TFunction): string {
  const { kind, n, of, text, about } = one
  if (kind === 'pages') return t('lead.need.evidence.pages', { count: n, text })
  if (kind === 'words') return t('lead.need.evidence.words', { text })
  if (kind === 'lost deals') {
    const reasons = text
      .split(', ')
      .map((reason) => sayReason(reason, t))
      .join(', ')
    return about === undefined
      ? t('lead.need.evidence.lost', { n, of: of ?? n, reasons })
      : t('lead.need.evidence.lostAbout', { n, of: of ?? n, reasons, about })
  }
  return text
}

/** The evidence line by line; one click leads to the fact in the story. */
export function EvidenceList({ evidence, personId }: { evidence: readonly Evidence[]; personId: string }) {
  const { t } = useTranslation()
  // What was told twice, with other counts, is shown as it was told last.
  const last = new Map(evidence.map((one) => [`${one.kind} ${one.text} ${one.about ?? ''}`, one]))
  return (
    <ul className={look.evidence}>
      {[...last].map(([key, one]) => {
        const [fact] = one.facts
        const said = sayEvidence(one, t)
        return (
          <li key={key}>
            {fact === undefined ? (
              said
            ) : (
              <Link
                to={paths.lead}
                params={{ personId }}
                search={{ fact }}
                className={look.link}
                title={t('lead.need.toFact')}
              >
                {said}
              </Link>
            )}
          </li>
        )
      })}
    </ul>
  )
}
