import { CloseButton, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { sayChannel } from '../../ui/say-channel.ts'
import look from './promises.module.css'
import { type Board, LETTERS, type PromisesSearch } from './search.ts'

type Props = { board: Board; search: PromisesSearch; onChange: (next: PromisesSearch) => void }

/** Whose leads, and which: channel and grade are chosen here, a seller or a team in the table. */
export function SegmentBar({ board, search, onChange }: Props) {
  const { t } = useTranslation()
  const channels =
    search.channel === undefined || board.channels.includes(search.channel)
      ? board.channels
      : [search.channel, ...board.channels]
  const grades = LETTERS.flatMap((letter) => [letter, ...[1, 2, 3, 4].map((number) => `${letter}${number}`)])
  const person = board.people.find(({ id }) => id === search.person)
  const team = board.teams.find(({ id }) => id === search.team)
  return (
    <div className={look.segment}>
      <Select
        aria-label={t('promises.channel')}
        placeholder={t('promises.everyChannel')}
        data={channels.map((value) => ({ value, label: sayChannel(value, t) }))}
        value={search.channel ?? null}
        onChange={(value) => onChange({ channel: value ?? undefined })}
        clearable
        searchable
        w={176}
      />
      <Select
        aria-label={t('promises.grade')}
        placeholder={t('promises.everyGrade')}
        data={grades}
        value={search.grade ?? null}
        onChange={(value) => onChange({ grade: value ?? undefined })}
        clearable
        w={160}
      />
      {search.person !== undefined && (
        <Chip name={person?.name ?? t('promises.oneSeller')} onClear={() => onChange({ person: undefined })} />
      )}
      {search.team !== undefined && (
        <Chip name={team?.name ?? t('promises.oneTeam')} onClear={() => onChange({ team: undefined })} />
      )}
    </div>
  )
}

function Chip({ name, onClear }: { name: string; onClear: () => void }) {
  const { t } = useTranslation()
  return (
    <span className={look.chip}>
      {name}
      <CloseButton size="xs" aria-label={t('promises.clear', { name })} onClick={onClear} />
    </span>
  )
}
