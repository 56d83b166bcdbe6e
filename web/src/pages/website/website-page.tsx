import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Loaded } from '../../ui/loaded.tsx'
import { Page, PageHeader, Section } from '../../ui/page.tsx'
import { Arrivals } from './arrivals.tsx'
import { Filters } from './filters.tsx'
import { websiteQuery } from './queries.ts'
import { Snippet } from './snippet.tsx'
import look from './website.module.css'

/** How a site sends its visits here, whether it does, and whose visits do not count. */
export function WebsitePage() {
  const { t } = useTranslation()
  const query = useQuery(websiteQuery)
  return (
    <Page width="text">
      <PageHeader title={t('website.title')} />
      <p className={look.intro}>{t('website.intro')}</p>
      <Loaded query={query}>
        {(website) => (
          <>
            <Section title={t('website.snippet')}>
              <Snippet website={website} />
            </Section>
            <Section title={t('website.arrivals')} aside={t('website.live')}>
              <Arrivals website={website} />
            </Section>
            <Section title={t('website.filters')}>
              <Filters settings={website.settings} />
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  )
}
