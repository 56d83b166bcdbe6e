import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, done, take } from '../../api/client.ts'
import { useIsRole } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { usersQuery } from '../../story/use-names.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Moment } from '../../ui/moment.tsx'
import { Page, PageHeader, Section } from '../../ui/page.tsx'
import { sayDone, sayRefused } from '../../ui/toast.ts'
import look from './calls.module.css'
import { type CallSettings, settingsQuery } from './queries.ts'

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
type Hours = CallSettings['hours']

/** When people may be called, whose extension is whose, and the telephone system. */
export function CallSettingsPage() {
  const { t } = useTranslation()
  const isManager = useIsRole('admin', 'manager')
  return (
    <Page width="text">
      <PageHeader
        title={t('calls.set.title')}
        actions={
          <Link to={paths.calls} className={look.link}>
            {t('calls.back')}
          </Link>
        }
      />
      {isManager ? <Settings /> : <Empty title={t('calls.set.managersOnly')} />}
    </Page>
  )
}

function Settings() {
  const query = useQuery(settingsQuery)
  return (
    <Loaded query={query}>
      {(settings) => (
        <>
          <SettingsForm settings={settings} />
          <System settings={settings} />
        </>
      )}
    </Loaded>
  )
}

function SettingsForm({ settings }: { settings: CallSettings }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const users = (useQuery(usersQuery).data?.users ?? []).filter((user) => user.isActive && user.role !== 'viewer')
  const [country, setCountry] = useState(settings.country)
  const [hours, setHours] = useState(settings.hours)
  const [byCountry, setByCountry] = useState<readonly (readonly [string, Hours])[]>(Object.entries(settings.byCountry))
  const [code, setCode] = useState('')
  const [extensions, setExtensions] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries(settings.extensions.map((one) => [one.userId, one.extension])),
  )
  const save = useMutation({
    mutationFn: () =>
      done(
        api.PUT('/api/calls/settings', {
          body: {
            country: country.trim().toUpperCase(),
            hours,
            byCountry: Object.fromEntries(byCountry),
            extensions: Object.entries(extensions)
              .filter(([, extension]) => extension.trim() !== '')
              .map(([userId, extension]) => ({ userId, extension: extension.trim() })),
          },
        }),
      ),
    retry: false,
    onSuccess: () => sayDone(t('calls.set.saved')),
    onSettled: () => client.invalidateQueries({ queryKey: ['calls'] }),
  })
  const add = () => {
    const next = code.trim().toUpperCase()
    if (!/^[A-Z]{2}$/.test(next) || byCountry.some(([one]) => one === next)) return
    setByCountry([...byCountry, [next, hours]])
    setCode('')
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <Section title={t('calls.set.hours')}>
        <p className="quiet">{t('calls.set.hoursText')}</p>
        <HoursFields hours={hours} onChange={setHours} />
        <TextInput
          mt={16}
          maw={260}
          label={t('calls.set.country')}
          description={t('calls.set.countryText')}
          value={country}
          maxLength={2}
          required
          pattern="[A-Za-z]{2}"
          onChange={(event) => setCountry(event.currentTarget.value)}
        />
      </Section>
      <Section title={t('calls.set.byCountry')}>
        <div className={look.form}>
          {byCountry.map(([one, own]) => (
            <div key={one}>
              <p>
                <b>{one}</b>{' '}
                <button
                  type="button"
                  className={look.switch}
                  onClick={() => setByCountry(byCountry.filter(([each]) => each !== one))}
                >
                  {t('calls.set.removeCountry', { code: one })}
                </button>
              </p>
              <HoursFields
                hours={own}
                onChange={(next) => setByCountry(byCountry.map((each) => (each[0] === one ? [one, next] : each)))}
              />
            </div>
          ))}
          <div className={look.times}>
            <TextInput
              label={t('calls.set.code')}
              value={code}
              maxLength={2}
              w={96}
              placeholder="US"
              onChange={(event) => setCode(event.currentTarget.value)}
            />
            <Button onClick={add} disabled={!/^[A-Za-z]{2}$/.test(code.trim())}>
              {t('calls.set.addCountry')}
            </Button>
          </div>
        </div>
      </Section>
      <Section title={t('calls.set.extensions')}>
        <p className="quiet">{t('calls.set.extensionsText')}</p>
        {users.map((user) => (
          <div key={user.id} className={look.extension}>
            <label htmlFor={`extension-${user.id}`}>{user.name}</label>
            <TextInput
              id={`extension-${user.id}`}
              size="xs"
              value={extensions[user.id] ?? ''}
              maxLength={40}
              onChange={(event) => setExtensions({ ...extensions, [user.id]: event.currentTarget.value })}
            />
          </div>
        ))}
      </Section>
      {save.isError ? <ErrorNote error={save.error} isInline /> : null}
      <Button type="submit" variant="filled" loading={save.isPending}>
        {t('common.save')}
      </Button>
    </form>
  )
}

function timeOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

function minuteOf(time: string): number | null {
  const [hour, minute] = time.split(':').map(Number)
  return hour === undefined || minute === undefined || Number.isNaN(hour + minute) ? null : hour * 60 + minute
}

function HoursFields({ hours, onChange }: { hours: Hours; onChange: (hours: Hours) => void }) {
  const { t } = useTranslation()
  const time = (label: string, minute: number, change: (minute: number) => void) => (
    <TextInput
      type="time"
      label={label}
      value={timeOf(Math.min(1_439, minute))}
      onChange={(event) => {
        const next = minuteOf(event.currentTarget.value)
        if (next !== null) change(next)
      }}
    />
  )
  return (
    <div className={look.times}>
      {time(t('calls.set.from'), hours.fromMinute, (fromMinute) => onChange({ ...hours, fromMinute }))}
      {time(t('calls.set.to'), hours.toMinute, (toMinute) => onChange({ ...hours, toMinute }))}
      <fieldset className={look.checks}>
        <legend>{t('calls.set.days')}</legend>
        {DAYS.map((day) => (
          <label key={day}>
            <input
              type="checkbox"
              checked={hours.days.includes(day)}
              onChange={(event) =>
                onChange({
                  ...hours,
                  days: DAYS.filter((one) => (one === day ? event.currentTarget.checked : hours.days.includes(one))),
                })
              }
            />
            {t(`calls.set.day.${day}`)}
          </label>
        ))}
        <label>
          <input
            type="checkbox"
            checked={hours.keepsHolidays}
            onChange={(event) => onChange({ ...hours, keepsHolidays: event.currentTarget.checked })}
          />
          {t('calls.set.holidays')}
        </label>
      </fieldset>
    </div>
  )
}

/** The telephone system: its address, its secret, and a line to try it with. */
function System({ settings }: { settings: CallSettings }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const isAdmin = useIsRole('admin')
  const [isSure, setIsSure] = useState(false)
  const make = useMutation({
    mutationFn: () => take(api.POST('/api/calls/secret')),
    onError: (error) => sayRefused(error),
    onSettled: () => {
      setIsSure(false)
      return client.invalidateQueries({ queryKey: ['calls', 'settings'] })
    },
  })
  const secret = make.data?.secret
  const line = `curl -X POST ${settings.incomingUrl} -H 'Content-Type: application/json' -H 'X-Call-Secret: ${secret ?? 'whsec_…'}' -d '{"id":"call-1","from":"+33199000101","to":"201"}'`
  return (
    <Section
      title={t('calls.set.system')}
      aside={
        settings.secretSince === null ? (
          t('calls.set.notYet')
        ) : (
          <>
            {t('calls.set.since', { when: '' })}
            <Moment at={settings.secretSince} />
          </>
        )
      }
    >
      <div className={look.form}>
        <p className="quiet">{t('calls.set.systemText')}</p>
        <p className={look.code}>
          {settings.incomingUrl}{' '}
          <CopyButton
            text={settings.incomingUrl}
            label={t('calls.set.copy')}
            copied={t('calls.set.copied')}
            variant="subtle"
          />
        </p>
        {secret === undefined ? null : (
          <div>
            <p>
              <b>{t('calls.set.secret')}</b>
            </p>
            <p className={look.code}>
              {secret}{' '}
              <CopyButton text={secret} label={t('calls.set.copy')} copied={t('calls.set.copied')} variant="subtle" />
            </p>
          </div>
        )}
        <p className="quiet small">{t('calls.set.example')}</p>
        <p className={look.code}>{line}</p>
        {isAdmin ? (
          <div>
            {isSure && settings.hasSecret ? <p className={look.wrong}>{t('calls.set.makeSure')}</p> : null}
            <Button
              loading={make.isPending}
              onClick={() => (settings.hasSecret && !isSure ? setIsSure(true) : make.mutate())}
            >
              {t(settings.hasSecret ? 'calls.set.makeNew' : 'calls.set.make')}
            </Button>
          </div>
        ) : null}
      </div>
    </Section>
  )
}
