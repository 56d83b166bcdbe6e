import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { newId } from '../../db/new-id.ts'
import { storeMessages } from '../mailboxes/store-messages.ts'
import { readHouse } from '../mailboxes/who-is-known.ts'
import { type Cast, COMPANY } from './cast.ts'
import type { DemoMail } from './mails-of-demo.ts'

const TEMPLATES = [
  {
    name: 'After the first call',
    language: 'en',
    purpose: 'sales',
    subject: 'Our talk about {{house.name}}',
    body: 'Hello {{person.firstName|there}},\n\nthank you for the talk. As agreed, here is what we spoke about for {{person.company|your company}}:\n\n- \n\nI will ring you on the day we fixed.\n\nKind regards\n{{me.name}}',
  },
  {
    name: 'Après le premier appel',
    language: 'fr',
    purpose: 'sales',
    subject: 'Notre échange sur {{house.name}}',
    body: 'Bonjour {{person.firstName|à vous}},\n\nmerci pour cet échange. Comme convenu, voici ce dont nous avons parlé pour {{person.company|votre entreprise}} :\n\n- \n\nJe vous rappelle au jour fixé.\n\nBien à vous\n{{me.name}}',
  },
  {
    name: 'Nobody answered',
    language: 'en',
    purpose: 'sales',
    subject: 'When may I ring?',
    body: 'Hello {{person.firstName|there}},\n\nI tried to reach you about your request. Which hour suits you?\n\nKind regards\n{{me.name}}',
  },
  {
    name: 'Invitation au webinaire',
    language: 'fr',
    purpose: 'marketing',
    subject: 'Les tournées sans papier : une demi-heure, jeudi',
    body: `Bonjour {{person.firstName|à vous}},\n\njeudi à 11 h, un chef d’atelier montre comment son équipe a quitté le papier.\n\nhttps://www.${COMPANY.domain}/webinaire\n\n{{house.name}}`,
  },
] as const

/** Lays the demo's mails into their threads, and some templates beside them. Running it again changes nothing. */
export async function putMails(
  ctx: Context,
  cast: Pick<Cast, 'members'>,
  mails: readonly DemoMail[],
  endsAt: number,
): Promise<void> {
  const house = await readHouse(ctx.db)
  await inTransaction(ctx.db, (tx) =>
    storeMessages(
      tx,
      house,
      mails.map(({ mail, userId }) => ({ mail, hasBody: true, userId })),
    ),
  )
  const there = await ctx.db.query('select 1 from mail_templates limit 1')
  if (there.rows.length > 0) return
  for (const template of TEMPLATES)
    await ctx.db.query(
      `insert into mail_templates (template_id, name, language, purpose, subject, body, created_by, created_at, updated_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $8)`,
      [
        newId(endsAt),
        template.name,
        template.language,
        template.purpose,
        template.subject,
        template.body,
        cast.members[0]?.id ?? null,
        new Date(endsAt),
      ],
    )
}
