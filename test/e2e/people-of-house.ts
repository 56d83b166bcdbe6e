import type { Page } from 'playwright-core'
import { call, type House } from './house.ts'

export const PASSWORD = 'a long enough password'
const ADMIN = 'ines@lume.example'

/** Finishes the first start through the API and returns the administrator's page. */
export async function furnish(house: House): Promise<{ page: Page; errors: string[] }> {
  const { page, errors } = await house.visit()
  await page.goto('/')
  await call(page, 'POST', '/api/setup', {
    company: 'Lume',
    name: 'Inès Duarte',
    email: ADMIN,
    password: PASSWORD,
    zone: 'UTC',
    currency: 'EUR',
  })
  return { page, errors }
}

/** Adds somebody to the sales team and signs them in on a browser of their own. */
export async function hire(
  house: House,
  admin: Page,
  name: string,
  options: { locale?: 'en' | 'fr'; role?: string; side?: string } = {},
): Promise<{ page: Page; id: string; errors: string[] }> {
  const { teams } = await call<{ teams: { id: string; side: string }[] }>(admin, 'GET', '/api/teams')
  const teamId = teams.find((team) => team.side === (options.side ?? 'sales'))?.id
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@lume.example`
  const locale = options.locale ?? 'en'
  const { id } = await call<{ id: string }>(admin, 'POST', '/api/users', {
    name,
    email,
    role: options.role ?? 'seller',
    teamId,
    password: PASSWORD,
    locale,
  })
  const { page, errors } = await house.visit(locale === 'fr' ? { locale: 'fr-FR' } : {})
  await page.goto('/sign-in')
  await page.locator('input[type=email]').fill(email)
  await page.locator('input[type=password]').fill(PASSWORD)
  await page.locator('button[type=submit]').click()
  await page.waitForURL((url) => url.pathname === '/')
  return { page, id, errors }
}

type Sent = { name: string; email: string; phone?: string; wantsCall?: boolean }

/** Fills the hosted form as a visitor would, in a browser where nobody is signed in. */
export async function sendForm(house: House, { name, email, phone, wantsCall }: Sent): Promise<void> {
  const { page, context } = await house.visit()
  await page.goto('/f/contact?utm_source=google&utm_medium=cpc&utm_campaign=spring')
  await page.locator('[name=name]').fill(name)
  await page.locator('[name=email]').fill(email)
  if (phone !== undefined) await page.locator('[name=phone]').fill(phone)
  if (wantsCall) await page.locator('input[type=checkbox][name=wantsCall]').check()
  await page.locator('button[type=submit]').click()
  await page.getByText('Thank you. We have it.').waitFor()
  await context.close()
}
