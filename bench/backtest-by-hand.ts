import type { CompiledAgreement } from '../engine/agreement/compiled.ts'
import { type History, KIND_LIST } from '../engine/backtest/history.ts'
import { isFreeMail } from '../engine/facts/free-mail.ts'
import { localTimeOf } from '../engine/worktime/local-time.ts'

const [IDENTIFIED, VIEWED, SUBMITTED, OPENED, CLICKED, WON] = [
  'person.identified',
  'page.viewed',
  'form.submitted',
  'email.opened',
  'email.clicked',
  'deal.won',
].map((kind) => KIND_LIST.findIndex((each) => `${each}` === kind))

const ROLES = new Set(['owner', 'director', 'operations', 'sales', 'marketing'])
const isRecord = (value: unknown): value is Record<string, Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** What one would write for the shipped agreement alone: scores, grades and who qualifies, straight over the arrays. */
export function handWritten(
  history: History,
  { letters, numbers, halfLifeMs, calendar }: CompiledAgreement,
  untilMs: number,
): { qualified: number } {
  const { firstOf, kind, at, data, texts, people } = history
  const isPricing = new Map<number, boolean>()
  const asksCall = new Map<number, boolean>()
  const days = new Map<number, number>()
  const dayOf = (ms: number): number => {
    const quarter = Math.floor(ms / 900_000)
    let day = days.get(quarter)
    if (day === undefined) {
      day = localTimeOf(calendar.zone, ms).day
      days.set(quarter, day)
    }
    return day
  }
  let qualified = 0
  for (let person = 0; person < people.length; person++) {
    const end = firstOf[person + 1] ?? 0
    let fit = 0
    let points = 0
    let pointsAt = 0
    let isLead = false
    let isDone = false
    let isCall = false
    let day = -1
    let pricing = 0
    let views = 0
    let clicks = 0
    let opens = 0
    for (let index = firstOf[person] ?? 0; index < end && !isDone; index++) {
      const now = at[index] ?? 0
      if (now > untilMs) break
      const what = kind[index]
      let gained = 0
      if (what === VIEWED || what === OPENED || what === CLICKED) {
        const today = dayOf(now)
        if (today !== day) {
          day = today
          pricing = views = clicks = opens = 0
        }
      }
      if (what === IDENTIFIED) {
        const read: unknown = JSON.parse(texts[data[index] ?? 0] ?? '{}')
        const known = isRecord(read) ? read : {}
        const email = String(known.person?.email ?? '')
        const domain = email.slice(email.lastIndexOf('@') + 1)
        const isFree = isFreeMail(domain)
        fit = 0
        if (Number(known.account?.employees) >= 50) fit += 30
        if (ROLES.has(String(known.person?.role))) fit += 25
        if (known.person?.phone !== undefined) fit += 20
        if (!isFree) fit += 25
        else fit -= 15
        fit = Math.min(100, Math.max(0, fit))
        isLead = true
      } else if (what === VIEWED) {
        const text = data[index] ?? 0
        let isPriced = isPricing.get(text)
        if (isPriced === undefined) {
          isPriced = (texts[text] ?? '').includes('"path":"/pricing')
          isPricing.set(text, isPriced)
        }
        if (isPriced) {
          const given = Math.min(15, 30 - pricing)
          pricing += given
          gained += given
        }
        const given = Math.min(3, 12 - views)
        views += given
        gained += given
      } else if (what === SUBMITTED) {
        gained = 40
        isLead = true
        const text = data[index] ?? 0
        let asks = asksCall.get(text)
        if (asks === undefined) {
          asks = (texts[text] ?? '').includes('"wantsCall":true')
          asksCall.set(text, asks)
        }
        if (asks) isCall = true
      } else if (what === CLICKED) {
        gained = Math.min(6, 12 - clicks)
        clicks += gained
      } else if (what === OPENED) {
        gained = Math.min(1, 2 - opens)
        opens += gained
      } else if (what === WON) {
        isDone = true
        continue
      }
      points = (points === 0 ? 0 : points * 2 ** (-(now - pointsAt) / halfLifeMs)) + gained
      pointsAt = now
      if (!isLead) continue
      const letter = fit >= letters.A ? 0 : fit >= letters.B ? 1 : fit >= letters.C ? 2 : 3
      const number = points >= numbers[1] ? 1 : points >= numbers[2] ? 2 : points >= numbers[3] ? 3 : 4
      if (isCall || (letter <= 1 && number <= 2) || (letter === 2 && number === 1)) {
        qualified += 1
        isDone = true
      }
    }
  }
  return { qualified }
}
