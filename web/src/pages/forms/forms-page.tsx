import { Button } from '@mantine/core'
import { IconExternalLink, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useIsRole } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { useNumbers } from '../../ui/numbers.ts'
import { Page, PageHeader } from '../../ui/page.tsx'
import { ReasonedButton } from '../../ui/reasoned-button.tsx'
import { FormEditor } from './form-editor.tsx'
import look from './forms.module.css'
import { formsQuery, type HostedForm } from './queries.ts'
import { parseFormsSearch } from './search.ts'

/** The hosted forms with their addresses; choosing one changes it. */
export function FormsPage() {
  const { t } = useTranslation()
  const { form: chosen } = parseFormsSearch(useSearch({ strict: false }))
  const navigate = useNavigate()
  const query = useQuery(formsQuery)
  const mayEdit = useIsRole('admin', 'manager', 'marketer')
  const open = (form: string | undefined) => void navigate({ to: paths.forms, search: { form }, resetScroll: true })
  const add = (
    <ReasonedButton
      variant="filled"
      why={mayEdit ? null : t('forms.cannotEdit')}
      leftSection={<IconPlus size={15} stroke={2} aria-hidden />}
      onClick={() => open('+')}
    >
      {t('forms.add')}
    </ReasonedButton>
  )
  return (
    <Page>
      <Loaded query={query}>
        {({ forms }) => {
          const form = forms.find((one) => one.slug === chosen) ?? null
          if (mayEdit && (chosen === '+' || form !== null)) {
            return (
              <FormEditor
                key={chosen}
                form={form}
                taken={forms.map((one) => one.slug)}
                onClose={() => open(undefined)}
              />
            )
          }
          return (
            <>
              <PageHeader title={t('forms.title')} actions={forms.length === 0 ? undefined : add} />
              <p className={look.intro}>{t('forms.intro')}</p>
              {forms.length === 0 ? (
                <Empty title={t('forms.emptyTitle')} action={add}>
                  {t('forms.emptyText')}
                </Empty>
              ) : (
                <ul className={look.list}>
                  {forms.map((one) => (
                    <li key={one.slug}>
                      <FormRow form={one} mayEdit={mayEdit} onEdit={() => open(one.slug)} />
                    </li>
                  ))}
                </ul>
              )}
            </>
          )
        }}
      </Loaded>
    </Page>
  )
}

function FormRow({ form, mayEdit, onEdit }: { form: HostedForm; mayEdit: boolean; onEdit: () => void }) {
  const { t } = useTranslation()
  const { count } = useNumbers()
  const about = [
    form.sent === 0 ? t('forms.sentNone') : t('forms.sent', { count: form.sent, shown: count(form.sent) }),
    t('forms.fieldsCount', { count: form.fields.length }),
    t(form.isPublished ? 'forms.published' : 'forms.unpublished'),
  ]
  return (
    <div className={look.row}>
      <div className={look.rowMain}>
        <p className={look.title} data-off={!form.isPublished || undefined}>
          {form.title}
        </p>
        <p className={`${look.address} cut`}>{form.address}</p>
        <p className="quiet small tnum">{about.join(' · ')}</p>
      </div>
      <div className={look.rowActions}>
        {form.isPublished && (
          <Button
            variant="subtle"
            component="a"
            href={form.address}
            target="_blank"
            rel="noreferrer"
            leftSection={<IconExternalLink size={15} stroke={1.8} aria-hidden />}
          >
            {t('forms.open')}
          </Button>
        )}
        <CopyButton text={form.address} label={t('forms.copyAddress')} copied={t('forms.copied')} variant="subtle" />
        <ReasonedButton why={mayEdit ? null : t('forms.cannotEdit')} onClick={onEdit}>
          {t('forms.edit')}
        </ReasonedButton>
      </div>
    </div>
  )
}
