import { Autocomplete, NativeSelect } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import look from './people.module.css'
import type { DealView } from './queries.ts'
import { rowOf } from './row-of.ts'
import type { DealActs } from './use-deal-acts.tsx'

const ROLES = ['decision maker', 'champion', 'user', 'buyer', 'blocker', 'other'] as const
type Member = Pick<DealView['people'][number], 'personId' | 'name' | 'role'>

const factOf = ({ personId, name, role }: Member) => ({
  ...(personId === null ? { name } : { person: personId }),
  role,
})

/** Who decides, who helps, who stands in the way: the buying group with its roles. */
export function People({ deal, acts }: { deal: DealView; acts: DealActs }) {
  const { t } = useTranslation()
  const save = (people: readonly Member[]) => acts.change(rowOf(deal), { people: people.map(factOf) })
  const roles = ROLES.map((value) => ({ value, label: t(`deals.role.${value}`) }))
  return (
    <div className={look.people}>
      {deal.people.length === 0 ? <p className="quiet">{t('deals.people.none')}</p> : null}
      <ul className={look.list}>
        {deal.people.map((member, index) => (
          <li key={member.personId ?? member.name} className={look.member}>
            <span className={look.name}>
              {member.personId === null ? (
                member.name
              ) : (
                <Link to={paths.lead} params={{ personId: member.personId }}>
                  {member.name}
                </Link>
              )}
              {member.title === null ? null : <span className="quiet small"> {member.title}</span>}
            </span>
            {acts.mayChange ? (
              <>
                <NativeSelect
                  aria-label={t('deals.people.roleOf', { name: member.name })}
                  size="xs"
                  value={member.role}
                  onChange={(event) => {
                    const role = ROLES.find((one) => one === event.currentTarget.value) ?? 'other'
                    save(deal.people.map((one, at) => (at === index ? { ...one, role } : one)))
                  }}
                  data={roles}
                />
                <button
                  type="button"
                  className={look.away}
                  aria-label={t('deals.people.remove', { name: member.name })}
                  onClick={() => save(deal.people.filter((_, at) => at !== index))}
                >
                  <IconX size={14} stroke={1.8} aria-hidden />
                </button>
              </>
            ) : (
              <span className="quiet small">{t(`deals.role.${member.role}`)}</span>
            )}
          </li>
        ))}
      </ul>
      {acts.mayChange ? <AddMember deal={deal} onAdd={(member) => save([...deal.people, member])} /> : null}
    </div>
  )
}

/** A colleague of theirs by name; a name nobody knows yet is taken as it is written. */
function AddMember({ deal, onAdd }: { deal: DealView; onAdd: (member: Member) => void }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const known = new Set(deal.people.map((member) => member.personId))
  const choices = [{ personId: deal.personId, name: deal.person }, ...deal.colleagues].filter(
    (one) => !known.has(one.personId),
  )
  const names = [...new Set(choices.map((one) => one.name))]
  const add = (name: string) => {
    if (name.trim() === '') return
    const colleague = choices.find((one) => one.name === name)
    onAdd({ personId: colleague?.personId ?? null, name: name.trim(), role: 'user' })
    setTyped('')
  }
  return (
    <Autocomplete
      aria-label={t('deals.people.add')}
      placeholder={t('deals.people.add')}
      size="xs"
      data={names}
      value={typed}
      onChange={setTyped}
      onOptionSubmit={add}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || names.includes(typed)) return
        event.preventDefault()
        add(typed)
      }}
      maxLength={200}
    />
  )
}
