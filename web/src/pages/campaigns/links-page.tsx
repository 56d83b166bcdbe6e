import { Autocomplete, Button, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, done, take } from '../../api/client.ts'
import { useIsRole } from '../../api/session.ts'
import type { Answered } from '../../api/types.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Page, PageHeader, Section } from '../../ui/page.tsx'
import { ReasonedButton } from '../../ui/reasoned-button.tsx'
import { sayChannel } from '../../ui/say-channel.ts'
import { sayDone, sayRefused } from '../../ui/toast.ts'
import look from './campaigns.module.css'
import { QrCode } from './qr-code.tsx'
import { type CampaignRow, campaignsQuery, codesQuery } from './queries.ts'
import { CampaignTabs } from './tabs.tsx'

type Checked = Answered<'checkLinks'>['links'][number]

const MEDIUMS = [
  'email',
  'social',
  'paid social',
  'cpc',
  'display',
  'video',
  'referral',
  'affiliate',
  'partner',
  'event',
  'direct mail',
]

/** Links that say which campaign they are of: made, checked, shortened, drawn. */
export function LinksPage() {
  const { t } = useTranslation()
  const campaigns = useQuery(campaignsQuery({ sort: 'start' })).data?.campaigns ?? []
  const [chosen, setChosen] = useState<string | null>(null)
  const campaign = campaigns.find((one) => one.id === chosen) ?? null
  return (
    <Page>
      <PageHeader title={t('campaigns.links.title')} aside={t('campaigns.links.intro')} />
      <CampaignTabs here="links" />
      <Section title={t('campaigns.links.build')}>
        <Builder campaigns={campaigns} campaign={campaign} onChoose={setChosen} />
      </Section>
      {campaign === null ? null : (
        <Section title={t('campaigns.links.codes')}>
          <Codes key={campaign.id} campaign={campaign} />
        </Section>
      )}
      <Section title={t('campaigns.links.check')}>
        <Checker />
      </Section>
    </Page>
  )
}

type Building = {
  campaigns: readonly CampaignRow[]
  campaign: CampaignRow | null
  onChoose: (id: string | null) => void
}

/** The link with its tags; null while there is no page. Tags are written in small letters. */
function linkOf(page: string, tags: Record<string, string>): string | null {
  const url = URL.parse(page.includes('://') ? page : `https://${page}`)
  if (url === null || page.trim() === '') return null
  for (const [name, value] of Object.entries(tags)) {
    const plain = value.trim().toLowerCase().replace(/\s+/g, '_')
    if (plain !== '') url.searchParams.set(`utm_${name}`, plain)
  }
  return url.href
}

function Builder({ campaigns, campaign, onChoose }: Building) {
  const { t } = useTranslation()
  const [page, setPage] = useState('')
  const [source, setSource] = useState('')
  const [medium, setMedium] = useState('email')
  const [content, setContent] = useState('')
  const link = linkOf(page, { source, medium, campaign: campaign?.key ?? '', content })
  const checked = useQuery({
    queryKey: ['campaigns', 'link check', link],
    queryFn: ({ signal }) => take(api.POST('/api/link-checks', { body: { urls: [link ?? ''] }, signal })),
    enabled: link !== null && source.trim() !== '' && campaign !== null,
  }).data?.links[0]
  return (
    <div className={look.two}>
      <div className={look.form}>
        <Select
          label={t('campaigns.links.campaign')}
          data={campaigns.map((one) => ({ value: one.id, label: one.name }))}
          value={campaign?.id ?? null}
          onChange={onChoose}
          searchable
          clearable
        />
        <TextInput
          label={t('campaigns.links.page')}
          placeholder="https://"
          value={page}
          onChange={(event) => setPage(event.currentTarget.value)}
        />
        <div className={look.pair}>
          <TextInput
            label={t('campaigns.links.source')}
            description={t('campaigns.links.sourceNote')}
            value={source}
            onChange={(event) => setSource(event.currentTarget.value)}
          />
          <Autocomplete
            label={t('campaigns.links.medium')}
            description={
              checked?.channel ? t('campaigns.links.countsAs', { channel: sayChannel(checked.channel, t) }) : ' '
            }
            data={MEDIUMS}
            value={medium}
            onChange={setMedium}
          />
        </div>
        <TextInput
          label={t('campaigns.links.content')}
          description={t('campaigns.links.contentNote')}
          value={content}
          onChange={(event) => setContent(event.currentTarget.value)}
        />
      </div>
      {link === null ? null : (
        <div className={look.form}>
          <p className={look.address}>{link}</p>
          <div className={look.buttons}>
            <CopyButton
              text={link}
              label={t('campaigns.links.copy')}
              copied={t('campaigns.links.copied')}
              variant="filled"
            />
          </div>
          {checked === undefined ? null : <Findings one={checked} />}
          <QrCode text={link} name={campaign?.key ?? 'link'} />
        </div>
      )}
    </div>
  )
}

function Findings({ one }: { one: Checked }) {
  const { t } = useTranslation()
  if (one.findings.length === 0) return <p className="quiet">{t('campaigns.links.fine')}</p>
  return (
    <ul>
      {one.findings.map((each) => (
        <li key={`${each.code}${each.what}`} className={look.flaw} data-level={each.level}>
          {t(`campaigns.links.finding.${each.code}`, {
            what: each.what,
            channel: one.channel === null ? '–' : sayChannel(one.channel, t),
          })}
        </li>
      ))}
    </ul>
  )
}

function Checker() {
  const { t } = useTranslation()
  const [written, setWritten] = useState('')
  const urls = written
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const check = useMutation({
    mutationFn: () => take(api.POST('/api/link-checks', { body: { urls: urls.slice(0, 500) } })),
    onError: (error) => sayRefused(error),
  })
  return (
    <div className={look.form}>
      <Textarea
        aria-label={t('campaigns.links.check')}
        description={t('campaigns.links.checkText')}
        value={written}
        onChange={(event) => setWritten(event.currentTarget.value)}
        autosize
        minRows={3}
        maxRows={12}
      />
      <Button w="max-content" disabled={urls.length === 0} loading={check.isPending} onClick={() => check.mutate()}>
        {t('campaigns.links.checkDo')}
      </Button>
      {check.data?.links.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same link may stand twice.
        <div key={index} className={look.form}>
          <p className={look.address}>{one.url}</p>
          <p className="quiet small">
            {one.channel === null ? '' : t('campaigns.links.countsAs', { channel: sayChannel(one.channel, t) })}{' '}
            {one.campaign?.name ?? ''}
          </p>
          <Findings one={one} />
          {one.better === null ? null : (
            <div className={look.buttons}>
              <span className={look.address}>{one.better}</span>
              <CopyButton
                text={one.better}
                label={t('campaigns.links.copyBetter')}
                copied={t('campaigns.links.copied')}
              />
            </div>
          )}
        </div>
      ))}
    </div>
  )
}

function Codes({ campaign }: { campaign: CampaignRow }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const mayEdit = useIsRole('admin', 'manager', 'marketer')
  const query = useQuery(codesQuery(campaign.id))
  const [url, setUrl] = useState('')
  const [label, setLabel] = useState('')
  const [isPersonal, setIsPersonal] = useState(false)
  const [emails, setEmails] = useState('')
  const [records, setRecords] = useState<'page.viewed' | 'letter.answered'>('letter.answered')
  const [shown, setShown] = useState<string | null>(null)
  const path = { campaignId: campaign.id }
  const refresh = () => client.invalidateQueries({ queryKey: ['campaigns', 'codes'] })
  const make = useMutation({
    mutationFn: () => {
      const list = emails.split(/[\n,;]/).map((line) => line.trim())
      const body = { url, label, records, emails: isPersonal ? list.filter((line) => line !== '') : [] }
      return take(api.POST('/api/campaigns/{campaignId}/codes', { params: { path }, body }))
    },
    onSuccess: ({ made }) => sayDone(t('campaigns.links.made', { count: made })),
    onError: (error) => sayRefused(error),
    onSettled: refresh,
  })
  const remove = useMutation({
    mutationFn: (code: string) => done(api.DELETE('/api/codes/{code}', { params: { path: { code } } })),
    onSuccess: () => sayDone(t('campaigns.links.codeRemoved')),
    onError: (error) => sayRefused(error),
    onSettled: refresh,
  })
  const unknown = make.data?.unknown ?? []
  const isReady = URL.canParse(url) && (!isPersonal || emails.trim() !== '')
  return (
    <div className={look.form}>
      <p className="quiet">{t('campaigns.links.codesText')}</p>
      {mayEdit ? (
        <div className={look.two}>
          <div className={look.form}>
            <TextInput
              label={t('campaigns.links.page')}
              placeholder="https://"
              value={url}
              onChange={(event) => setUrl(event.currentTarget.value)}
            />
            <TextInput
              label={t('campaigns.links.label')}
              value={label}
              onChange={(event) => setLabel(event.currentTarget.value)}
            />
            <SegmentedControl
              aria-label={t('campaigns.links.codesFor')}
              data={[
                { value: 'all', label: t('campaigns.links.everybody') },
                { value: 'each', label: t('campaigns.links.persons') },
              ]}
              value={isPersonal ? 'each' : 'all'}
              onChange={(value) => setIsPersonal(value === 'each')}
            />
          </div>
          <div className={look.form}>
            {isPersonal ? (
              <>
                <Textarea
                  label={t('campaigns.links.emails')}
                  value={emails}
                  onChange={(event) => setEmails(event.currentTarget.value)}
                  autosize
                  minRows={3}
                  maxRows={8}
                />
                <Select
                  label={t('campaigns.links.records')}
                  data={[
                    { value: 'letter.answered', label: t('campaigns.links.letterAnswered') },
                    { value: 'page.viewed', label: t('campaigns.links.pageViewed') },
                  ]}
                  value={records}
                  onChange={(value) => setRecords(value === 'page.viewed' ? 'page.viewed' : 'letter.answered')}
                  allowDeselect={false}
                />
              </>
            ) : null}
            <Button
              variant="filled"
              w="max-content"
              disabled={!isReady}
              loading={make.isPending}
              onClick={() => make.mutate()}
            >
              {t('campaigns.links.makeCodes')}
            </Button>
            {unknown.length === 0 ? null : (
              <p role="alert">
                {t('campaigns.links.unknown', { count: unknown.length, list: unknown.slice(0, 5).join(', ') })}
              </p>
            )}
          </div>
        </div>
      ) : (
        <ReasonedButton why={t('campaigns.cannotEdit')} onClick={() => undefined}>
          {t('campaigns.links.makeCodes')}
        </ReasonedButton>
      )}
      <Loaded query={query}>
        {({ codes, total }) =>
          total === 0 ? (
            <p className="quiet">{t('campaigns.links.noCodes')}</p>
          ) : (
            <div>
              {mayEdit ? (
                <Button component="a" href={`/api/campaigns/${campaign.id}/codes.csv`} download>
                  {t('campaigns.links.csv')}
                </Button>
              ) : null}
              {codes.slice(0, 100).map((one) => (
                <div key={one.code}>
                  <div className={look.row}>
                    <span>
                      <b>{one.address}</b>{' '}
                      <span className="quiet small">
                        {[one.person?.name || one.person?.email, one.label].filter(Boolean).join(' · ')}
                      </span>
                    </span>
                    <span className="tnum">
                      {t('campaigns.links.visits', { count: one.visits })}{' '}
                      <Button
                        size="xs"
                        variant="subtle"
                        onClick={() => setShown(shown === one.code ? null : one.code)}
                        aria-expanded={shown === one.code}
                      >
                        {t('campaigns.links.showQr')}
                      </Button>
                      {mayEdit ? (
                        <Button
                          size="xs"
                          variant="subtle"
                          aria-label={t('campaigns.links.removeCode', { code: one.code })}
                          onClick={() => remove.mutate(one.code)}
                        >
                          <IconTrash size={14} stroke={1.8} aria-hidden />
                        </Button>
                      ) : null}
                    </span>
                  </div>
                  {shown === one.code ? <QrCode text={one.address} name={one.code} /> : null}
                </div>
              ))}
            </div>
          )
        }
      </Loaded>
    </div>
  )
}
