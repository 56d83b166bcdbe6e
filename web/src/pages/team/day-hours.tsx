import { ActionIcon } from '@mantine/core'
import { IconArrowDown, IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import look from './team.module.css'
import { type Block, problemOfDay, type Weekday } from './week-hours.ts'

type Props = {
  day: Weekday
  blocks: readonly Block[]
  onChange: (blocks: Block[]) => void
  onCopyDown: (() => void) | undefined
}

/** The blocks of one day. `24:00` is written by hand: no clock of a browser shows it. */
export function DayHours({ day, blocks, onChange, onCopyDown }: Props) {
  const { t } = useTranslation()
  const name = t(`team.days.${day}`)
  const put = (at: number, part: Partial<Block>) =>
    onChange(blocks.map((block, i) => (i === at ? { ...block, ...part } : block)))
  const add = () => {
    const last = blocks.at(-1)
    onChange([...blocks, last === undefined ? { from: '09:00', to: '17:00' } : { from: last.to, to: later(last.to) }])
  }
  return (
    <li className={look.day} data-wrong={problemOfDay(blocks) !== null || undefined}>
      <span className={look.dayName}>{name}</span>
      <span className={look.blocks}>
        {blocks.length === 0 && <span className="quiet">{t('team.free')}</span>}
        {blocks.map((block, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a block is known by its place in the day
          <span key={i} className={look.block}>
            <input
              value={block.from}
              inputMode="numeric"
              maxLength={5}
              aria-label={t('team.blockFrom', { day: name })}
              onChange={(event) => put(i, { from: event.currentTarget.value })}
            />
            –
            <input
              value={block.to}
              inputMode="numeric"
              maxLength={5}
              aria-label={t('team.blockTo', { day: name })}
              onChange={(event) => put(i, { to: event.currentTarget.value })}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              aria-label={t('team.removeBlock', { day: name, from: block.from, to: block.to })}
              onClick={() => onChange(blocks.filter((_, at) => at !== i))}
            >
              <IconX size={13} aria-hidden />
            </ActionIcon>
          </span>
        ))}
      </span>
      <span className={look.dayTools}>
        {onCopyDown !== undefined && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`${name}: ${t('team.copyDown')}`}
            title={t('team.copyDown')}
            onClick={onCopyDown}
          >
            <IconArrowDown size={15} stroke={1.6} aria-hidden />
          </ActionIcon>
        )}
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`${name}: ${t('team.addBlock')}`}
          title={t('team.addBlock')}
          onClick={add}
        >
          <IconPlus size={15} stroke={1.6} aria-hidden />
        </ActionIcon>
      </span>
    </li>
  )
}

function later(time: string): string {
  const hour = Number(time.slice(0, 2))
  return Number.isNaN(hour) ? '18:00' : `${String(Math.min(24, hour + 2)).padStart(2, '0')}:00`
}
