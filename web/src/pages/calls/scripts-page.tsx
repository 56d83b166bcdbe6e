import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIsRole } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Page, PageHeader } from '../../ui/page.tsx'
import look from './calls.module.css'
import { type Script, scriptsQuery } from './queries.ts'
import { ScriptForm } from './script-form.tsx'

/** What is said on the phone. */
export function ScriptsPage() {
  const { t } = useTranslation()
  const query = useQuery(scriptsQuery)
  const mayWrite = useIsRole('admin', 'manager', 'marketer', 'seller')
  const [chosen, setChosen] = useState<Script | 'new' | null>(null)
  const add = mayWrite ? (
    <Button variant="filled" onClick={() => setChosen('new')}>
      {t('calls.texts.add')}
    </Button>
  ) : undefined
  return (
    <Page width="text">
      <PageHeader
        title={t('calls.texts.title')}
        aside={t('calls.texts.aside')}
        actions={
          <>
            <Link to={paths.calls} className={look.link}>
              {t('calls.back')}
            </Link>
            {add}
          </>
        }
      />
      <Loaded query={query}>
        {({ scripts }) =>
          scripts.length === 0 ? (
            <Empty title={t('calls.texts.emptyTitle')} action={add}>
              {t('calls.texts.empty')}
            </Empty>
          ) : (
            <ul className={look.scripts}>
              {scripts.map((script) => (
                <li key={script.id}>
                  <button type="button" onClick={() => setChosen(script)}>
                    {script.name}
                  </button>
                  <span className="quiet small">
                    {t('calls.texts.questionsCount', { count: script.questions.length })} ·{' '}
                    {t('calls.texts.objectionsCount', { count: script.objections.length })}
                    {script.isArchived ? ` · ${t('calls.texts.archived')}` : ''}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <Drawer
        isOpen={chosen !== null}
        onClose={() => setChosen(null)}
        title={t(chosen === 'new' ? 'calls.texts.add' : 'calls.texts.change')}
        width={560}
      >
        {chosen === null ? null : (
          <ScriptForm
            key={chosen === 'new' ? 'new' : chosen.id}
            script={chosen === 'new' ? null : chosen}
            mayWrite={mayWrite}
            onClose={() => setChosen(null)}
          />
        )}
      </Drawer>
    </Page>
  )
}
