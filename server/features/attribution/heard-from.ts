import type { Client } from 'pg'
import { copyBinary } from './copy-binary.ts'
import { type Numbered, numbered } from './numbered.ts'
import type { TouchPast } from './touch-past.ts'

/** The first answer of each person to how they heard of us, by number: 0 is none. */
export type HeardFrom = { saidBy: Uint32Array; texts: string[]; textNumber: Numbered }

const SAID = `coalesce(data -> 'fields' ->> 'heardFrom', data -> 'traits' ->> 'heardFrom')`

export function heardNothing(): HeardFrom {
  const texts = ['']
  return {
    saidBy: new Uint32Array(1 << 10),
    texts,
    textNumber: numbered((bytes) => texts.push(bytes.toString('utf8')) - 1),
  }
}

/** Reads what was answered; `where` narrows to some people, of whom nothing is left that was known before. */
export async function readHeardFrom(client: Client, where: string, past: TouchPast): Promise<void> {
  const { heard } = past
  await copyBinary(
    client,
    `copy (
       select distinct on (person_id) person_id, ${SAID} from facts
        where kind in ('form.submitted', 'person.identified') and ${SAID} <> ''${where} order by person_id, occurred_at
     ) to stdout (format binary)`,
    2,
    ({ bytes, starts, lengths }) => {
      const person = past.person.numberOf(bytes, starts[0] ?? 0)
      if (person >= heard.saidBy.length) {
        const wider = new Uint32Array(Math.max(person + 1, heard.saidBy.length * 2))
        wider.set(heard.saidBy)
        heard.saidBy = wider
      }
      heard.saidBy[person] = heard.textNumber.numberOf(bytes, starts[1] ?? 0, lengths[1] ?? 0)
    },
  )
}
