import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useIsRole } from '../../../api/session.ts'
import { currentLanguage } from '../../../i18n/i18n.ts'
import { Empty } from '../../../ui/empty.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { Page, PageHeader } from '../../../ui/page.tsx'
import { agreementQuery } from '../queries.ts'
import { Bench } from './bench.tsx'
import { vocabularyQuery, workQuery } from './queries.ts'

/** Writing a change to the agreement, clause by clause: checked and tried while it is written, saved as a draft both teams sign. */
export function DraftPage() {
  const { t } = useTranslation()
  const params = useParams({ strict: false })
  const version = Number(params.version) || 0
  const isViewer = useIsRole('viewer')
  const agreement = useQuery(agreementQuery(version, currentLanguage()))
  const vocabulary = useQuery({ ...vocabularyQuery(currentLanguage()), enabled: !isViewer })
  const work = useQuery({ ...workQuery(version), enabled: !isViewer })
  if (isViewer)
    return (
      <Page>
        <PageHeader title={t('agreement.edit.title')} />
        <Empty title={t('agreement.editor.viewerTitle')}>{t('agreement.cannotDraft')}</Empty>
      </Page>
    )
  return (
    <Page>
      <Loaded query={agreement}>
        {(start) => (
          <Loaded query={vocabulary}>
            {(words) => (
              <Loaded query={work}>
                {(kept) => <Bench key={`${start.version}`} agreement={start} vocabulary={words} kept={kept} />}
              </Loaded>
            )}
          </Loaded>
        )}
      </Loaded>
    </Page>
  )
}
