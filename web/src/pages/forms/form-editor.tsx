import { Button, Switch, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, done, take } from '../../api/client.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { PageHeader } from '../../ui/page.tsx'
import { sayDone, sayRefused, sayUndo } from '../../ui/toast.ts'
import { ConsentList } from './consent-list.tsx'
import { FieldList } from './field-list.tsx'
import { FormPreview } from './form-preview.tsx'
import look from './forms.module.css'
import type { FormBody, HostedForm } from './queries.ts'
import { isSlug, slugOf } from './slug-of.ts'

type Props = { form: HostedForm | null; taken: readonly string[]; onClose: () => void }

/** Changes a form beside what it will look like. The address is chosen once. */
export function FormEditor({ form, taken, onClose }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [body, setBody] = useState<FormBody>(() => (form === null ? startOf(t) : bodyOf(form)))
  const [ownSlug, setOwnSlug] = useState<string | null>(null)
  const slug = form?.slug ?? ownSlug ?? slugOf(body.title)
  const settled = () => client.invalidateQueries({ queryKey: ['forms'] })
  const put = (next: FormBody) => take(api.PUT('/api/forms/{slug}', { params: { path: { slug } }, body: next }))
  const save = useMutation({
    mutationFn: put,
    onSuccess: () => {
      sayDone(t('forms.saved'))
      onClose()
    },
    onSettled: settled,
  })
  const remove = useMutation({
    mutationFn: () => done(api.DELETE('/api/forms/{slug}', { params: { path: { slug } } })),
    onSuccess: () => {
      const before = form === null ? body : bodyOf(form)
      sayUndo(t('forms.removed'), () => void put(before).catch(sayRefused).finally(settled))
      onClose()
    },
    onError: (error) => sayRefused(error),
    onSettled: settled,
  })
  const slugProblem =
    form !== null || slug === ''
      ? undefined
      : !isSlug(slug)
        ? t('forms.addressWrong')
        : taken.includes(slug)
          ? t('forms.addressTaken')
          : undefined
  const isReachable = body.fields.some((field) => field.name === 'email' || field.name === 'phone')
  const set = (part: Partial<FormBody>) => setBody({ ...body, ...part })
  const orNull = (text: string) => (text === '' ? null : text)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (slugProblem === undefined && slug !== '' && isReachable) {
      save.mutate({ ...body, channel: body.channel?.trim() || null, campaign: body.campaign?.trim() || null })
    }
  }
  return (
    <>
      <PageHeader title={form?.title ?? t('forms.add')} />
      <div className={look.bench}>
        <form className={look.editor} onSubmit={submit}>
          <TextInput
            label={t('forms.formTitle')}
            placeholder={t('forms.titlePlaceholder')}
            value={body.title}
            required
            maxLength={200}
            data-autofocus
            onChange={(event) => set({ title: event.currentTarget.value })}
          />
          {form === null ? (
            <TextInput
              label={t('forms.address')}
              description={t('forms.addressNote')}
              leftSection={<span className="quiet">/f/</span>}
              value={slug}
              required
              error={slugProblem}
              onChange={(event) => setOwnSlug(event.currentTarget.value)}
            />
          ) : (
            <p className={look.address}>{form.address}</p>
          )}
          <Textarea
            label={t('forms.introText')}
            placeholder={t('forms.introPlaceholder')}
            value={body.intro}
            maxLength={2000}
            autosize
            minRows={2}
            onChange={(event) => set({ intro: event.currentTarget.value })}
          />
          <FieldList fields={body.fields} onChange={(fields) => set({ fields })} />
          {!isReachable && (
            <p className={look.wrong} role="alert">
              {t('forms.noContact')}
            </p>
          )}
          <ConsentList consents={body.consents} onChange={(consents) => set({ consents })} />
          <div className={look.pair}>
            <TextInput
              label={t('forms.channel')}
              value={body.channel ?? ''}
              maxLength={200}
              onChange={(event) => set({ channel: orNull(event.currentTarget.value) })}
            />
            <TextInput
              label={t('forms.campaign')}
              value={body.campaign ?? ''}
              maxLength={200}
              onChange={(event) => set({ campaign: orNull(event.currentTarget.value) })}
            />
          </div>
          <Switch
            label={t('forms.publish')}
            checked={body.isPublished}
            onChange={(event) => set({ isPublished: event.currentTarget.checked })}
          />
          {save.isError && <ErrorNote error={save.error} isInline />}
          <div className={look.buttons}>
            <Button
              type="submit"
              variant="filled"
              loading={save.isPending}
              disabled={slugProblem !== undefined || !isReachable}
            >
              {t('forms.save')}
            </Button>
            <Button variant="subtle" onClick={onClose}>
              {t('forms.cancel')}
            </Button>
            {form !== null && (
              <Button
                variant="subtle"
                className={look.pushRight}
                title={t('forms.removeText')}
                loading={remove.isPending}
                onClick={() => remove.mutate()}
              >
                {t('forms.remove')}
              </Button>
            )}
          </div>
        </form>
        <aside className={look.side}>
          <FormPreview body={body} />
          {form?.isPublished && <Embed form={form} />}
        </aside>
      </div>
    </>
  )
}

function bodyOf({ title, intro, fields, consents, channel, campaign, isPublished }: HostedForm): FormBody {
  return { title, intro, fields, consents, channel, campaign, isPublished }
}

function startOf(
  t: (key: 'forms.names.name' | 'forms.names.email' | 'forms.names.company' | 'forms.names.message') => string,
): FormBody {
  return {
    title: '',
    intro: '',
    channel: null,
    campaign: null,
    isPublished: true,
    consents: [],
    fields: [
      { name: 'name', label: t('forms.names.name'), isRequired: true },
      { name: 'email', label: t('forms.names.email'), isRequired: true },
      { name: 'company', label: t('forms.names.company'), isRequired: false },
      { name: 'message', label: t('forms.names.message'), isRequired: false },
    ],
  }
}

function Embed({ form }: { form: HostedForm }) {
  const { t } = useTranslation()
  const height = 240 + form.fields.length * 72 + form.consents.length * 60
  const title = form.title.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  const code = `<iframe src="${form.address}" title="${title}" width="100%" height="${height}" style="border:0"></iframe>`
  return (
    <section className={look.embed} aria-label={t('forms.embed')}>
      <div className={look.embedHead}>
        <div>
          <h3>{t('forms.embed')}</h3>
          <p className="quiet small">{t('forms.embedNote')}</p>
        </div>
        <CopyButton text={code} label={t('forms.copy')} copied={t('forms.copied')} variant="subtle" />
      </div>
      <pre>{code}</pre>
    </section>
  )
}
