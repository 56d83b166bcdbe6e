import { TagsInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sayDone } from '../../ui/toast.ts'
import { type UserView, usersQuery } from './queries.ts'
import { languageOffers, readLanguage, sayLanguage } from './say-language.ts'
import look from './team.module.css'
import { useChangeUser } from './use-change-user.ts'

/** Languages and skills, for the routing clauses that ask for them; a change is stored at once. */
export function PersonAbilities({ user, isAdmin }: { user: UserView; isAdmin: boolean }) {
  const { t, i18n } = useTranslation()
  const change = useChangeUser()
  const all = useQuery(usersQuery).data?.users ?? []
  const [unknown, setUnknown] = useState<string | null>(null)
  const saved = () => sayDone(t('team.saved'))
  const said = user.languages.map((tag) => sayLanguage(tag, i18n.language))
  if (!isAdmin) {
    const nothing = user.languages.length === 0 && user.skills.length === 0
    return (
      <section className={look.part}>
        <h3>{t('team.abilities')}</h3>
        {nothing ? (
          <p className="quiet small">{t('team.abilitiesNone')}</p>
        ) : (
          <p>{[...said, ...user.skills].join(' · ')}</p>
        )}
      </section>
    )
  }
  const setLanguages = (texts: string[]) => {
    const tags = texts.map((text) => readLanguage(text, i18n.language))
    const wrong = texts.find((_, index) => tags[index] === null)
    setUnknown(wrong ?? null)
    if (wrong !== undefined) return
    const languages = [...new Set(tags.filter((tag) => tag !== null))]
    change.mutate({ userId: user.id, body: { languages }, onDone: saved })
  }
  const known = [...new Set(all.flatMap((one) => one.skills))].toSorted((a, b) => a.localeCompare(b))
  return (
    <section className={look.part}>
      <h3>{t('team.abilities')}</h3>
      <TagsInput
        label={t('team.speaks')}
        placeholder={said.length === 0 ? t('team.speaksPlaceholder') : ''}
        data={languageOffers(i18n.language)}
        value={said}
        maxTags={20}
        limit={8}
        error={unknown === null ? undefined : t('team.languageUnknown', { text: unknown })}
        onChange={setLanguages}
      />
      <TagsInput
        label={t('team.skills')}
        placeholder={user.skills.length === 0 ? t('team.skillsPlaceholder') : ''}
        data={known}
        value={user.skills}
        maxTags={30}
        onChange={(skills) =>
          change.mutate({ userId: user.id, body: { skills: skills.map((skill) => skill.slice(0, 60)) }, onDone: saved })
        }
      />
      <p className="quiet small">{t('team.abilitiesNote')}</p>
    </section>
  )
}
