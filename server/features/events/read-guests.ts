import { type Card, type ReadCards, readVcards } from '../cards/read-vcards.ts'

const MOST_GUESTS = 1_000
const LONGEST = 200
const EMAIL = /[^\s<>,;"'()]+@[^\s<>,;"'()]+\.[^\s<>,;"'()]+/
const PHONE = /^\+?[\d\s().\-/]{6,30}$/

type Column = 'name' | 'first' | 'last' | 'email' | 'phone' | 'company' | 'title' | 'city' | 'country' | 'note'
/** How first rows name their columns, in English and French, without accents. */
const COLUMNS: Readonly<Record<Column, readonly string[]>> = {
  name: ['name', 'full name', 'nom complet', 'participant', 'attendee', 'guest', 'contact'],
  first: ['first name', 'firstname', 'given name', 'prenom'],
  last: ['last name', 'lastname', 'surname', 'family name', 'nom de famille', 'nom'],
  email: ['email', 'e-mail', 'mail', 'email address', 'adresse e-mail', 'courriel', 'adresse mail'],
  phone: ['phone', 'telephone', 'tel', 'mobile', 'phone number', 'portable'],
  company: ['company', 'organisation', 'organization', 'account', 'societe', 'entreprise', 'organisme'],
  title: ['title', 'job title', 'role', 'position', 'fonction', 'poste', 'titre'],
  city: ['city', 'town', 'ville'],
  country: ['country', 'pays'],
  note: ['note', 'notes', 'comment', 'remarque', 'commentaire'],
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .trim()
    .toLowerCase()
}

function columnOf(cell: string): Column | null {
  for (const [column, names] of Object.entries(COLUMNS))
    if (names.includes(plain(cell))) return Object.keys(COLUMNS).find((one): one is Column => one === column) ?? null
  return null
}

/** One row's cells: quotes hold separators and are doubled inside (RFC 4180). */
function cellsOf(line: string, separator: string): string[] {
  const cells: string[] = []
  let cell = ''
  let isQuoted = false
  for (let at = 0; at < line.length; at += 1) {
    const mark = line[at] ?? ''
    if (isQuoted) {
      if (mark !== '"') cell += mark
      else if (line[at + 1] === '"') {
        cell += '"'
        at += 1
      } else isQuoted = false
    } else if (mark === '"' && cell.trim() === '') {
      cell = ''
      isQuoted = true
    } else if (mark === separator) {
      cells.push(cell.trim())
      cell = ''
    } else cell += mark
  }
  return [...cells, cell.trim()]
}

function separatorOf(lines: readonly string[]): string {
  const counted = ['\t', ';', ','].map((mark) => ({
    mark,
    n: lines.filter((line) => line.includes(mark)).length,
  }))
  return counted.toSorted((a, b) => b.n - a.n)[0]?.mark ?? ','
}

const short = (text: string | undefined): string => (text ?? '').slice(0, LONGEST)

function cardWith(cells: Partial<Record<Column, string>>): Card | null {
  const email = EMAIL.exec(cells.email ?? '')?.[0]
  const name = cells.name ?? [cells.first, cells.last].filter((part) => part).join(' ')
  const phone = cells.phone ?? ''
  if (name.trim() === '' && email === undefined && phone === '') return null
  return {
    name: short(name.trim() === '' ? (email ?? phone) : name),
    company: short(cells.company),
    title: short(cells.title),
    emails: email === undefined ? [] : [email.slice(0, 320)],
    phones: phone === '' ? [] : [phone.slice(0, 60)],
    city: short(cells.city),
    region: '',
    postcode: '',
    country: short(cells.country),
    url: '',
    note: short(cells.note),
  }
}

/** A line without columns: the address and the number are known by their shape, then come name and company. */
function looseCard(cells: readonly string[]): Card | null {
  const whole = cells.join(', ')
  const email = EMAIL.exec(whole)?.[0]
  const rest = cells
    .map((cell) =>
      cell
        .replace(EMAIL, '')
        .replaceAll(/[<>()"]/g, '')
        .trim(),
    )
    .filter((cell) => cell !== '' && cell !== 'mailto:')
  const phone = rest.find((cell) => PHONE.test(cell))
  const [name, company, title] = rest.filter((cell) => cell !== phone)
  return cardWith({
    ...(name === undefined ? {} : { name }),
    ...(company === undefined ? {} : { company }),
    ...(title === undefined ? {} : { title }),
    ...(email === undefined ? {} : { email }),
    ...(phone === undefined ? {} : { phone }),
  })
}

/** Reads a list of guests: vCards, CSV with a first row of names, or one guest a line. What is nobody is named with its line. */
export function readGuests(text: string): ReadCards {
  if (/BEGIN:VCARD/i.test(text)) return readVcards(text)
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  const separator = separatorOf(lines.filter((line) => line.trim() !== ''))
  const read: ReadCards = { cards: [], refused: [] }
  let columns: (Column | null)[] | null = null
  let isFirst = true
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue
    const cells = cellsOf(line, separator)
    if (isFirst) {
      isFirst = false
      const named = cells.map(columnOf)
      if (named.filter((column) => column !== null).length >= 2 || (cells.length === 1 && named[0] === 'email')) {
        columns = named
        continue
      }
    }
    if (read.cards.length >= MOST_GUESTS) {
      read.refused.push({
        line: index + 1,
        what: `There are more than ${MOST_GUESTS} guests.`,
        mend: 'Take them in parts.',
      })
      return read
    }
    const named = columns
    const card =
      named === null
        ? looseCard(cells)
        : cardWith(
            Object.fromEntries(
              cells.flatMap((cell, place) => {
                const column = named[place] ?? null
                return column === null || cell === '' ? [] : [[column, cell]]
              }),
            ),
          )
    if (card === null)
      read.refused.push({
        line: index + 1,
        what: 'There is neither a name nor an address.',
        mend: 'Leave it out, or fill it in.',
      })
    else read.cards.push({ card, line: index + 1 })
  }
  return read
}
