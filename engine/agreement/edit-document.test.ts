import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { editDocument } from './edit-document.ts'
import { writePart } from './edit-part.ts'
import type { Edit } from './edit-value.ts'
import { outlineOf } from './outline-of.ts'

const SOURCE = `# The agreement of a test.
title: Ours
parties:
  marketing: { team: Marketing, signs: 1 } # one of them
  sales: { team: Sales, signs: [Rui Prado] }
fit: # who they are
  # size counts
  F1: { when: account.employees >= 50, points: 30, because: below fifty a first year rarely pays } # about F1
  F2:
    {
      when: 'person.role in ["owner"]', # about the role
      points: 25,
    }
  # about F3
  F3:
    when: person.has_phone # the telephone
    points: 20 # enough

    # F3 has a reason
    because: |
      a conversation
      is what we sell

# between two sections
marketing_promises: {} # none yet
when_late:
  then:
    # first
    - { after: 1 working hour, do: reassign } # about the first
    - after: 4 working hours
      do: tell # about the second
      whom: manager
pools:
  Everyone: { people: team Sales, at_most: [30 a day, 90 a week] }
returns: { stale_after: 180 days } # the end
`

function edited(edits: readonly Edit[], source = SOURCE): string {
  const done = editDocument(source, edits)
  if (!done.ok) throw new Error(done.what)
  return done.source
}

/** Lines taken out and lines put in. */
function difference(after: string): { out: string[]; in: string[] } {
  const [a, b] = [SOURCE.split('\n'), after.split('\n')]
  return { out: a.filter((line) => !b.includes(line)), in: b.filter((line) => !a.includes(line)) }
}

describe('a change of the text', () => {
  it.each([
    ['a number', { op: 'set', path: ['fit', 'F1', 'points'], value: 35 }, 1],
    ['a text in quotes', { op: 'set', path: ['fit', 'F2', 'when'], value: 'person.role == "owner"' }, 1],
    ['a text with a comma between braces', { op: 'set', path: ['fit', 'F1', 'because'], value: 'a, b: [c] # d' }, 1],
    ['a number beside a comment', { op: 'set', path: ['fit', 'F3', 'points'], value: 21 }, 1],
    ['a field that was not there', { op: 'set', path: ['parties', 'marketing', 'note'], value: 'x' }, 1],
    [
      'one field of several',
      {
        op: 'set',
        path: ['fit', 'F3'],
        value: { when: 'person.has_phone', points: 5, because: 'a conversation\nis what we sell\n' },
      },
      1,
    ],
    [
      'a list between brackets',
      { op: 'set', path: ['parties', 'sales', 'signs'], value: ['Rui Prado', 'Léa Moreau'] },
      1,
    ],
    ['a name', { op: 'rename', path: ['pools', 'Everyone'], key: 'All of us' }, 1],
    [
      'a new clause',
      { op: 'insert', path: ['fit'], at: null, key: 'F4', value: { when: 'person.has_phone', points: 1 } },
      1,
    ],
    [
      'the first clause of an empty section',
      {
        op: 'insert',
        path: ['marketing_promises'],
        at: null,
        key: 'M1',
        value: { answer: 'feedback', within: '2 days' },
      },
      2,
    ],
    [
      'an item of a list',
      {
        op: 'insert',
        path: ['when_late', 'then'],
        at: 1,
        key: null,
        value: { after: '2 working hours', do: 'reassign' },
      },
      1,
    ],
  ] satisfies [string, Edit, number][])('%s leaves every other line as it was', (_name, edit, lines) => {
    const after = edited([edit])
    expect(difference(after).in).toHaveLength(lines)
    expect(difference(after).out.length).toBeLessThanOrEqual(1)
  })

  it('takes a clause out with its own comments, and no other', () => {
    expect(difference(edited([{ op: 'remove', path: ['fit', 'F1'] }]))).toEqual({
      out: SOURCE.split('\n').slice(6, 8),
      in: [],
    })
  })

  it('moves a clause with the comments above and behind it', () => {
    const lines = edited([{ op: 'move', path: ['fit', 'F1'], to: 2 }]).split('\n')
    expect(lines.toSorted()).toEqual(SOURCE.split('\n').toSorted())
    const at = lines.findIndex((line) => line.includes('F1:'))
    expect(lines[at - 1]).toBe('  # size counts')
    expect(at).toBeGreaterThan(lines.findIndex((line) => line.includes('F3:')))
  })

  it('keeps the braces of a section whose last clause is taken out and gives it lines again', () => {
    const emptied = edited([1, 2, 3].map((n) => ({ op: 'remove', path: ['fit', `F${n}`] })))
    expect(emptied).toContain('fit: {} # who they are\n')
    expect(edited([{ op: 'insert', path: ['fit'], at: 0, key: 'F9', value: { points: 1 } }], emptied)).toContain(
      'fit: # who they are\n  F9: { points: 1 }\n',
    )
  })

  it('is refused where the text is no YAML, the name is taken, or nothing is there', () => {
    expect(editDocument('a: [', [{ op: 'remove', path: ['a'] }])).toMatchObject({ ok: false })
    expect(editDocument(SOURCE, [{ op: 'insert', path: ['fit'], at: 0, key: 'F1', value: {} }])).toMatchObject({
      ok: false,
    })
    expect(editDocument(SOURCE, [{ op: 'remove', path: ['fit', 'F8'] }])).toMatchObject({ ok: false })
  })

  it('of one clause may be written as YAML, with its own comments', () => {
    const done = writePart(SOURCE, ['fit', 'F1'], 'when: person.has_phone # seen\npoints: 2')
    expect(done.ok && difference(done.source).in).toEqual([
      '  F1:',
      '    when: person.has_phone # seen',
      '    points: 2',
    ])
    expect(writePart(SOURCE, ['fit', 'F1'], '{ when: ')).toMatchObject({ ok: false })
    for (const part of outlineOf(SOURCE)?.parts ?? []) {
      const same = writePart(SOURCE, part.path, part.text)
      expect(same.ok && parse(same.source), part.clause).toEqual(parse(SOURCE))
    }
  })
})

const CLAUSES = ['F1', 'F2', 'F3'] as const
const COMMENTS: Readonly<Record<string, readonly string[]>> = {
  F1: ['# size counts', '# about F1'],
  F2: ['# about the role'],
  F3: ['# about F3', '# the telephone', '# enough', '# F3 has a reason'],
}
const ALWAYS = [
  '# The agreement of a test.',
  '# one of them',
  '# who they are',
  '# between two sections',
  '# none yet',
  '# the end',
]

type Step =
  | { does: 'set'; at: number; field: 'points' | 'when' | 'because'; value: string | number }
  | { does: 'remove' | 'move'; at: number; to: number }
  | { does: 'insert'; at: number; value: string }

const value = fc.oneof(
  fc.integer({ min: -99, max: 99 }),
  fc.string({ maxLength: 20 }),
  fc.constantFrom('a: b', '- x', '# no', '"', "it's", 'true', '12', '{', ' lead', 'two\nlines', 'é, ç'),
)
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    does: fc.constant('set' as const),
    at: fc.nat(9),
    field: fc.constantFrom('points' as const, 'when' as const, 'because' as const),
    value,
  }),
  fc.record({ does: fc.constantFrom('remove' as const, 'move' as const), at: fc.nat(9), to: fc.nat(9) }),
  fc.record({ does: fc.constant('insert' as const), at: fc.nat(9), value: fc.string({ minLength: 1, maxLength: 12 }) }),
)

describe('any sequence of changes', () => {
  it('says what the same changes of the plain object say, in the same order, and keeps every comment of what it did not touch', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let text = SOURCE
        let clauses: [string, Record<string, unknown>][] = Object.entries(parse(SOURCE).fit)
        const touched = new Set<string>()
        let next = 10
        for (const each of steps) {
          const [name, fields] = clauses[each.at % Math.max(1, clauses.length)] ?? ['', {}]
          if (each.does === 'insert') {
            const at = each.at % (clauses.length + 1)
            const made = { when: each.value, points: 1 }
            text = edited([{ op: 'insert', path: ['fit'], at, key: `F${next}`, value: made }], text)
            clauses = [...clauses.slice(0, at), [`F${next}`, made], ...clauses.slice(at)]
            next += 1
          } else if (name === '') continue
          else if (each.does === 'set') {
            touched.add(name)
            text = edited([{ op: 'set', path: ['fit', name, each.field], value: each.value }], text)
            clauses = clauses.map((clause) =>
              clause[0] === name ? [name, { ...fields, [each.field]: each.value }] : clause,
            )
          } else if (each.does === 'remove') {
            touched.add(name)
            text = edited([{ op: 'remove', path: ['fit', name] }], text)
            clauses = clauses.filter(([other]) => other !== name)
          } else {
            const to = each.to % clauses.length
            text = edited([{ op: 'move', path: ['fit', name], to }], text)
            const rest = clauses.filter(([other]) => other !== name)
            clauses = [...rest.slice(0, to), [name, fields], ...rest.slice(to)]
          }
        }
        const fit: Record<string, unknown> = parse(text).fit
        expect(Object.entries(fit)).toEqual(clauses)
        expect({ ...parse(text), fit: null }).toEqual({ ...parse(SOURCE), fit: null })
        const kept = [...ALWAYS, ...CLAUSES.flatMap((name) => (touched.has(name) ? [] : (COMMENTS[name] ?? [])))]
        for (const comment of kept) expect(text).toContain(comment)
      }),
      { numRuns: 400 },
    )
  })

  it('that set what is there already change nothing', () => {
    const parts = outlineOf(SOURCE)?.parts ?? []
    expect(parts.length).toBeGreaterThan(8)
    expect(edited(parts.map(({ path, value }) => ({ op: 'set', path, value })))).toBe(SOURCE)
  })
})
