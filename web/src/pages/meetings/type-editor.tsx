import {
  Button,
  Checkbox,
  MultiSelect,
  NumberInput,
  SegmentedControl,
  Select,
  Switch,
  Textarea,
  TextInput,
} from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, done, take } from '../../api/client.ts'
import { useIsRole, useSession } from '../../api/session.ts'
import { Section } from '../../ui/page.tsx'
import { sayDone, sayRefused } from '../../ui/toast.ts'
import { slugOf } from '../forms/slug-of.ts'
import look from './meetings.module.css'
import { type BookingType, slotsQuery } from './queries.ts'
import { dayNamed, sayDay } from './say-when.ts'

type Draft = Omit<BookingType, 'id' | 'address' | 'hosts' | 'booked' | 'mayChange'>
type Who = 'me' | 'colleagues' | 'team'

const STEPS = [5, 10, 15, 20, 30, 45, 60] as const
const PLACES = ['video', 'phone', 'address'] as const

function fresh(me: string): Draft {
  return {
    slug: '',
    name: '',
    intro: '',
    minutes: 30,
    bufferBefore: 0,
    bufferAfter: 10,
    stepMinutes: 30,
    horizonDays: 30,
    noticeMinutes: 240,
    dayLimit: null,
    placeKind: 'video',
    place: '',
    questions: [],
    assigns: 'owner first',
    teamId: null,
    hostIds: [me],
    isPublished: true,
  }
}

/** Makes or changes a booking page, with what is free as it was saved last. */
export function TypeEditor({
  type,
  taken,
  onClose,
}: {
  type: BookingType | null
  taken: readonly string[]
  onClose: () => void
}) {
  const { t } = useTranslation()
  const { user } = useSession()
  const isManager = useIsRole('admin', 'manager')
  const client = useQueryClient()
  const [draft, setDraft] = useState<Draft>(() => {
    if (type === null) return fresh(user.id)
    const { id: _id, address: _address, hosts: _hosts, booked: _booked, mayChange: _may, ...rest } = type
    return rest
  })
  const [hasOwnSlug, setHasOwnSlug] = useState(type !== null)
  const [isSure, setIsSure] = useState(false)
  const set = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }))
  const name = (value: string) => {
    const slug = slugOf(value)
    set(hasOwnSlug ? { name: value } : { name: value, slug: taken.includes(slug) ? `${slug}-2` : slug })
  }
  const refresh = () => client.invalidateQueries({ queryKey: ['meetings'] })
  const save = async () => {
    const { slug, ...body } = draft
    try {
      await take(api.PUT('/api/meeting-types/{slug}', { params: { path: { slug: slug || 'meeting' } }, body }))
      sayDone(t('meetings.editor.saved'))
      await refresh()
      onClose()
    } catch (error) {
      sayRefused(error)
    }
  }
  const remove = async () => {
    try {
      await done(api.DELETE('/api/meeting-types/{slug}', { params: { path: { slug: draft.slug } } }))
      sayDone(t('meetings.editor.removed'))
      await refresh()
      onClose()
    } catch (error) {
      sayRefused(error)
    }
  }
  const number = (
    key: 'minutes' | 'bufferBefore' | 'bufferAfter' | 'horizonDays',
    label: string,
    min: number,
    max: number,
  ) => (
    <NumberInput
      label={label}
      min={min}
      max={max}
      value={draft[key]}
      onChange={(value) => typeof value === 'number' && set({ [key]: value })}
    />
  )
  return (
    <form
      className={look.form}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <h2 style={{ margin: 0 }}>
        {type === null ? t('meetings.editor.new') : t('meetings.editor.change', { name: type.name })}
      </h2>
      <div className={look.grid}>
        <TextInput
          label={t('meetings.editor.name')}
          placeholder={t('meetings.editor.namePlaceholder')}
          required
          maxLength={200}
          data-autofocus
          value={draft.name}
          onChange={(event) => name(event.currentTarget.value)}
        />
        <TextInput
          label={t('meetings.editor.slug')}
          leftSection={<span className="quiet small">/book/</span>}
          leftSectionWidth={58}
          required
          disabled={type !== null}
          value={draft.slug}
          onChange={(event) => {
            setHasOwnSlug(true)
            set({ slug: event.currentTarget.value.toLowerCase().replaceAll(/[^a-z0-9-]/g, '') })
          }}
        />
      </div>
      <Textarea
        label={t('meetings.editor.intro')}
        value={draft.intro}
        maxLength={2_000}
        autosize
        minRows={2}
        onChange={(event) => set({ intro: event.currentTarget.value })}
      />
      <div className={look.grid}>
        {number('minutes', t('meetings.editor.minutes'), 5, 480)}
        {number('bufferBefore', t('meetings.editor.before'), 0, 240)}
        {number('bufferAfter', t('meetings.editor.after'), 0, 240)}
        <Select
          label={t('meetings.editor.step')}
          allowDeselect={false}
          data={STEPS.map((step) => ({ value: String(step), label: t('meetings.minutes', { n: step }) }))}
          value={String(draft.stepMinutes)}
          onChange={(value) => set({ stepMinutes: STEPS.find((step) => String(step) === value) ?? 30 })}
        />
      </div>
      <div className={look.grid}>
        <NumberInput
          label={t('meetings.editor.notice')}
          min={0}
          max={720}
          value={draft.noticeMinutes / 60}
          onChange={(value) => typeof value === 'number' && set({ noticeMinutes: Math.round(value * 60) })}
        />
        {number('horizonDays', t('meetings.editor.horizon'), 1, 365)}
        <NumberInput
          label={t('meetings.editor.dayLimit')}
          placeholder={t('meetings.editor.noLimit')}
          min={1}
          max={50}
          value={draft.dayLimit ?? ''}
          onChange={(value) => set({ dayLimit: typeof value === 'number' ? value : null })}
        />
      </div>
      <div className={look.grid}>
        <Select
          label={t('meetings.editor.place')}
          allowDeselect={false}
          data={PLACES.map((place) => ({ value: place, label: t(`meetings.place.${place}`) }))}
          value={draft.placeKind}
          onChange={(value) => set({ placeKind: PLACES.find((place) => place === value) ?? 'phone' })}
        />
        <TextInput
          label={t(`meetings.editor.${draft.placeKind}Note`)}
          value={draft.place}
          maxLength={500}
          onChange={(event) => set({ place: event.currentTarget.value })}
        />
      </div>
      {isManager ? <Hosts draft={draft} onChange={set} me={user.id} /> : null}
      <Questions draft={draft} onChange={set} />
      <Switch
        label={t('meetings.editor.published')}
        checked={draft.isPublished}
        onChange={(event) => set({ isPublished: event.currentTarget.checked })}
      />
      <div className={look.buttons}>
        <Button type="submit" variant="filled">
          {t('meetings.editor.save')}
        </Button>
        <Button onClick={onClose}>{t('meetings.editor.close')}</Button>
        {type === null ? null : (
          <Button variant="subtle" color="red" onClick={() => (isSure ? void remove() : setIsSure(true))}>
            {t(isSure ? 'meetings.editor.removeSure' : 'meetings.editor.remove')}
          </Button>
        )}
      </div>
      {type === null ? null : <Preview slug={type.slug} />}
    </form>
  )
}

type Part = { draft: Draft; onChange: (change: Partial<Draft>) => void }

function Hosts({ draft, onChange, me }: Part & { me: string }) {
  const { t } = useTranslation()
  const users = useQuery({ queryKey: ['users'], queryFn: ({ signal }) => take(api.GET('/api/users', { signal })) }).data
    ?.users
  const teams = useQuery({ queryKey: ['teams'], queryFn: ({ signal }) => take(api.GET('/api/teams', { signal })) }).data
    ?.teams
  const [who, setWho] = useState<Who>(
    draft.teamId !== null ? 'team' : draft.hostIds.length === 1 && draft.hostIds[0] === me ? 'me' : 'colleagues',
  )
  const choose = (value: string) => {
    const next: Who = value === 'team' ? 'team' : value === 'colleagues' ? 'colleagues' : 'me'
    setWho(next)
    if (next === 'me') onChange({ teamId: null, hostIds: [me] })
    if (next === 'colleagues') onChange({ teamId: null })
  }
  return (
    <Section title={t('meetings.editor.who')}>
      <div className={look.form}>
        <SegmentedControl
          aria-label={t('meetings.editor.who')}
          w="max-content"
          value={who}
          onChange={choose}
          data={[
            { value: 'me', label: t('meetings.editor.me') },
            { value: 'colleagues', label: t('meetings.editor.colleagues') },
            { value: 'team', label: t('meetings.editor.team') },
          ]}
        />
        {who === 'team' ? (
          <Select
            label={t('meetings.editor.chooseTeam')}
            data={(teams ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            value={draft.teamId}
            onChange={(teamId) => onChange({ teamId, hostIds: [] })}
          />
        ) : null}
        {who === 'colleagues' ? (
          <MultiSelect
            label={t('meetings.editor.chooseColleagues')}
            searchable
            data={(users ?? []).filter(({ isActive }) => isActive).map(({ id, name }) => ({ value: id, label: name }))}
            value={draft.hostIds}
            onChange={(hostIds) => onChange({ hostIds, teamId: null })}
          />
        ) : null}
        {who === 'me' ? null : (
          <Select
            label={t('meetings.editor.assigns')}
            allowDeselect={false}
            data={[
              { value: 'owner first', label: t('meetings.editor.ownerFirst') },
              { value: 'round robin', label: t('meetings.editor.roundRobin') },
            ]}
            value={draft.assigns}
            onChange={(value) => onChange({ assigns: value === 'round robin' ? 'round robin' : 'owner first' })}
          />
        )}
      </div>
    </Section>
  )
}

function Questions({ draft, onChange }: Part) {
  const { t } = useTranslation()
  const { questions } = draft
  const change = (index: number, next: Partial<(typeof questions)[number]>) =>
    onChange({ questions: questions.map((one, i) => (i === index ? { ...one, ...next } : one)) })
  return (
    <Section title={t('meetings.editor.questions')}>
      <div className={look.form}>
        {questions.map((question, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a question is its place in the list
          <div key={index} className={look.question}>
            <TextInput
              label={t('meetings.editor.question', { n: index + 1 })}
              value={question.label}
              required
              maxLength={200}
              onChange={(event) => change(index, { label: event.currentTarget.value })}
            />
            <Checkbox
              label={t('meetings.editor.required')}
              checked={question.isRequired}
              pb={8}
              onChange={(event) => change(index, { isRequired: event.currentTarget.checked })}
            />
            <Button variant="subtle" onClick={() => onChange({ questions: questions.filter((_, i) => i !== index) })}>
              {t('meetings.editor.removeQuestion')}
            </Button>
          </div>
        ))}
        <Button
          w="max-content"
          disabled={questions.length >= 10}
          onClick={() => onChange({ questions: [...questions, { label: '', isRequired: false }] })}
        >
          {t('meetings.editor.addQuestion')}
        </Button>
      </div>
    </Section>
  )
}

function Preview({ slug }: { slug: string }) {
  const { t, i18n } = useTranslation()
  const slots = useQuery(slotsQuery(slug)).data?.slots
  if (slots === undefined) return null
  const byDay = Map.groupBy(slots, ({ at }) => dayNamed(new Date(at)))
  return (
    <Section title={t('meetings.editor.preview')} aside={t('meetings.editor.previewSaved')}>
      {slots.length === 0 ? (
        <p className="quiet">{t('meetings.editor.previewNone')}</p>
      ) : (
        <ul className={look.preview}>
          {[...byDay].map(([name, list]) => (
            <li key={name}>
              <div>{sayDay(new Date(list[0]?.at ?? name), i18n.language)}</div>
              <div className="quiet small tnum">{t('meetings.editor.slots', { count: list.length })}</div>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
