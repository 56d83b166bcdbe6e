import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Page, PageHeader, Section } from '../../ui/page.tsx'
import { AgreementTabs } from '../agreement/agreement-tabs.tsx'
import { MarketingSide } from './marketing-side.tsx'
import { PeopleTable } from './people-table.tsx'
import { PeriodPicker } from './period-picker.tsx'
import look from './promises.module.css'
import { boardQuery } from './queries.ts'
import { RowsDrawer } from './rows-drawer.tsx'
import { SalesSide } from './sales-side.tsx'
import { type PromisesSearch, parsePromisesSearch, type RowsOf } from './search.ts'
import { SegmentBar } from './segment-bar.tsx'
import { TodayList } from './today-list.tsx'

const CLOSED = { of: undefined, clock: undefined, letter: undefined, whose: undefined }

/** What the two teams promised each other, facing each other, and what came of it. The address holds all of its state. */
export function PromisesPage() {
  const { t, i18n } = useTranslation()
  const search = parsePromisesSearch(useSearch({ strict: false }))
  const navigate = useNavigate()
  const query = useQuery(boardQuery(search, i18n.language))
  const change = (next: PromisesSearch, replace = true) =>
    void navigate({ to: paths.promises, search: { ...search, ...next }, replace, resetScroll: false })
  const open = (rows: RowsOf) => change({ ...CLOSED, ...rows }, false)
  const { of, clock, letter, whose } = search
  return (
    <Page>
      <PageHeader title={t('promises.title')} actions={<AgreementTabs here="promises" />} />
      <Loaded query={query}>
        {(board) => (
          <div className={query.isPlaceholderData ? look.stale : undefined}>
            <div className={look.tools}>
              <PeriodPicker search={search} from={board.from} to={board.to} onChange={change} />
              <SegmentBar board={board} search={search} onChange={change} />
            </div>
            <div className={look.sides}>
              <MarketingSide board={board} search={search} onOpen={open} />
              <SalesSide board={board} onOpen={open} />
            </div>
            <Section title={t('promises.bySeller')} aside={t('promises.bySellerNote')}>
              {board.people.length === 0 ? (
                <p className="quiet">{t('promises.noSellers')}</p>
              ) : (
                <PeopleTable
                  groups={board.people}
                  of="person"
                  onChoose={(person) => change({ person, team: undefined })}
                  onOpen={open}
                />
              )}
              {board.teams.length > 1 && (
                <PeopleTable groups={board.teams} of="team" onChoose={(team) => change({ team, person: undefined })} />
              )}
            </Section>
            <Section title={t('promises.today')} aside={t('promises.todayNote')}>
              <TodayList onOpen={open} />
            </Section>
            <p className={look.definition}>{board.definition}</p>
          </div>
        )}
      </Loaded>
      <RowsDrawer
        search={search}
        rows={of === undefined ? null : { of, clock, letter, whose }}
        onClose={() => change(CLOSED)}
      />
    </Page>
  )
}
