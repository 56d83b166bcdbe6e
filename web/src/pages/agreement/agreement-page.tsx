import { Button, SegmentedControl } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ProblemError } from '../../api/problem-error.ts'
import { useIsRole } from '../../api/session.ts'
import { currentLanguage } from '../../i18n/i18n.ts'
import { paths } from '../../paths.ts'
import { Empty } from '../../ui/empty.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Page, PageHeader } from '../../ui/page.tsx'
import { ReasonedButton } from '../../ui/reasoned-button.tsx'
import look from './agreement.module.css'
import { AgreementTabs } from './agreement-tabs.tsx'
import { Did } from './clause-row.tsx'
import { ComparedVersions } from './compared-versions.tsx'
import { ContractHead } from './contract-head.tsx'
import { DecisionsDrawer } from './decisions-drawer.tsx'
import { DocumentView } from './document-view.tsx'
import { threadsQuery } from './editor/queries.ts'
import './print.css'
import { type Agreement, agreementQuery } from './queries.ts'
import { ClauseComments } from './review/clause-comments.tsx'
import { type AgreementSearch, parseAgreementSearch, VIEWS } from './search.ts'
import { Sentences } from './sentences.tsx'
import { VersionsMenu } from './versions-menu.tsx'

/** The contract between the two teams: the version in force, or the one the address names. */
export function AgreementPage() {
  const { t } = useTranslation()
  const params = useParams({ strict: false })
  const asked = params.version === undefined ? 'current' : Number(params.version)
  const navigate = useNavigate()
  const query = useQuery(agreementQuery(Number.isNaN(asked) ? 0 : asked, currentLanguage()))
  if (
    query.error instanceof ProblemError &&
    ['not-found', 'bad-request'].includes(query.error.code) &&
    asked !== 'current'
  ) {
    return (
      <Page>
        <PageHeader title={t('agreement.title')} />
        <Empty
          title={t('agreement.notFoundTitle', { n: params.version ?? '' })}
          action={
            <Button variant="filled" onClick={() => void navigate({ to: paths.agreement })}>
              {t('agreement.toCurrent')}
            </Button>
          }
        >
          {t('agreement.notFoundText')}
        </Empty>
      </Page>
    )
  }
  return (
    <Page>
      <Loaded query={query}>{(agreement) => <Contract agreement={agreement} />}</Loaded>
    </Page>
  )
}

function Contract({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation()
  const search = parseAgreementSearch(useSearch({ strict: false }))
  const navigate = useNavigate()
  const isViewer = useIsRole('viewer')
  const isDraft = agreement.status === 'draft'
  const threads = useQuery(threadsQuery(agreement.version)).data?.threads ?? []
  const view = search.view ?? 'sentences'
  const views = VIEWS.filter((one) => one !== 'changes' || agreement.version > 1 || isDraft).map((one) => ({
    value: one,
    label: t(`agreement.views.${one}`),
  }))
  const change = (next: AgreementSearch, replace: boolean) =>
    void navigate({ to: '.', search: { ...search, ...next }, replace, resetScroll: false })
  const pickView = (value: string) => change({ view: VIEWS.find((one) => one === value && one !== 'sentences') }, true)
  const isPhone = useMediaQuery('(max-width: 48em)') ?? false
  const draftButton = (
    <ReasonedButton
      why={isViewer ? t('agreement.cannotDraft') : null}
      onClick={() => void navigate({ to: paths.agreementDraft, params: { version: String(agreement.version) } })}
    >
      {t(isDraft ? 'agreement.continueDraft' : 'agreement.draftChange')}
    </ReasonedButton>
  )
  const opened = agreement.clauses.find((clause) => clause.clause === search.clause) ?? null
  return (
    <>
      <PageHeader
        title={t('agreement.title')}
        actions={
          <span className={look.actions} data-screen-only>
            <AgreementTabs here="contract" />
            <VersionsMenu shown={agreement.version} />
            {!isPhone && draftButton}
          </span>
        }
      />
      <ContractHead agreement={agreement} />
      <div className={look.viewBar} data-screen-only>
        <SegmentedControl data={views} value={view} onChange={pickView} />
        {isPhone ? (
          draftButton
        ) : (
          <Button
            variant="subtle"
            leftSection={<IconPrinter size={15} stroke={1.8} aria-hidden />}
            onClick={() => window.print()}
          >
            {t('agreement.print')}
          </Button>
        )}
      </div>
      {view === 'document' ? (
        <DocumentView agreement={agreement} />
      ) : view === 'changes' ? (
        <ComparedVersions agreement={agreement} />
      ) : (
        <Sentences
          clauses={agreement.clauses}
          silent={agreement.silent}
          below={(clause) => (
            <ClauseComments
              version={agreement.version}
              clause={clause.clause}
              threads={threads.filter((thread) => thread.clause === clause.clause)}
              mayWrite={!isViewer}
              isClosed={!isDraft}
            />
          )}
          did={(clause) => <Did clause={clause} onOpen={(name) => change({ clause: name }, false)} />}
        />
      )}
      <DecisionsDrawer
        version={agreement.version}
        clause={opened}
        onClose={() => change({ clause: undefined }, true)}
      />
    </>
  )
}
