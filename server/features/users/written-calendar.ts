import { parseCalendar } from '@ensemble/engine/worktime/parse-calendar.ts'
import { formatPath } from '@ensemble/engine/worktime/problem.ts'
import { z } from 'zod'
import { Problem } from '../../http/problem.ts'

const written = z.object({ zone: z.string(), hours: z.record(z.string(), z.array(z.string())) })
export type WrittenCalendar = z.output<typeof written>

/** A person's own working hours as they are stored, or null when the agreement's hold. */
export function readWrittenCalendar(stored: unknown): WrittenCalendar | null {
  const parsed = written.safeParse(stored)
  return parsed.success ? parsed.data : null
}

/** Refuses working hours that cannot be read, naming each place. */
export function checkWrittenCalendar(calendar: WrittenCalendar): void {
  const parsed = parseCalendar(calendar)
  if (parsed.ok) return
  throw new Problem('bad-request', 'These working hours cannot be read.', {
    mend: 'Correct the places named in errors. Nothing was changed.',
    errors: parsed.problems.map(({ path, message, remedy }) => ({
      where: `body.calendar.${formatPath(path)}`,
      what: message,
      mend: remedy,
    })),
  })
}
