import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { currentLanguage } from '../../i18n/i18n.ts'
import { conditionQuery } from './queries.ts'

const ASK_AFTER_MS = 300

type Checked = {
  /** In words; null while it cannot be read. */
  says: string | null
  problems: readonly { where: string; what: string; mend: string }[]
  /** There is none, or it was checked and is right. */
  isSound: boolean
}

/** Checks the condition of a segment while it is written. */
export function useCondition(when: string | undefined): Checked {
  const text = when?.trim() ?? ''
  const [settled] = useDebouncedValue(text, ASK_AFTER_MS)
  const { data, isPlaceholderData } = useQuery({
    ...conditionQuery(settled, currentLanguage()),
    enabled: settled !== '',
    placeholderData: keepPreviousData,
  })
  if (text === '') return { says: null, problems: [], isSound: true }
  if (data === undefined) return { says: null, problems: [], isSound: false }
  return { ...data, isSound: data.problems.length === 0 && settled === text && !isPlaceholderData }
}
