import type { Pool } from 'pg'

export const personOf = (n: number): string => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
export const sellerOf = (n: number): string => `00000000-0000-7000-9000-${(n % 50).toString(16).padStart(12, '0')}`

/** Deals of as many people in the hands of 50 sellers: two of five open, over 700 days. */
export async function fillDeals(pool: Pool, deals: number): Promise<void> {
  await pool.query(
    `insert into users (id, name, email, role, is_active)
     select ('00000000-0000-7000-9000-' || lpad(to_hex(n), 12, '0'))::uuid, 'Seller ' || n, 's' || n || '@x.example', 'seller', true
     from generate_series(0, 49) n`,
  )
  await pool.query(
    `with made as (
       select n, ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid as person_id,
         ('00000000-0000-7000-9000-' || lpad(to_hex(n % 50), 12, '0'))::uuid as closer,
         now() - (n % 700) * interval '1 day' as opened, (array['open', 'offer', 'negotiation'])[1 + n % 3] as stage,
         case when n % 5 < 2 then 'open' when n % 5 < 4 then 'lost' else 'won' end as status,
         (1000 + n % 90000)::bigint * 100 as cents, case when n % 10 = 0 then 'USD' else 'EUR' end as currency,
         (now() + ((n % 200) - 20) * interval '1 day')::date as close_date
       from generate_series(1, $1::int) n),
     told as (
       select *, jsonb_build_object('id', 'd' || n, 'attempt', 1, 'name', 'Deal ' || n, 'stage', case when status = 'open' then stage else status end,
         'status', status, 'proof', 'none', 'amountCents', cents, 'currency', currency, 'sdr', null, 'closer', closer,
         'openedAt', (extract(epoch from opened) * 1000)::bigint, 'closedAt', case when status = 'open' then null else (extract(epoch from opened + interval '30 days') * 1000)::bigint end,
         'reason', null, 'nextStep', 'call', 'closeDate', close_date,
         'reached', jsonb_build_object('open', (extract(epoch from opened) * 1000)::bigint, 'offer', (extract(epoch from opened) * 1000)::bigint + 864000000),
         'terms', jsonb_build_array(jsonb_build_object('at', (extract(epoch from opened) * 1000)::bigint, 'closeDate', close_date, 'amountCents', cents, 'currency', currency, 'closer', closer, 'stage', 'open'))) as deal
       from made),
     persons as (
       insert into people (person_id, name, email, company, first_seen_at, last_seen_at, state, search)
       select person_id, 'Person ' || n, 'p' || n || '@firm.example', 'Firm ' || n % 9000, opened, opened,
         jsonb_build_object('person', jsonb_build_object('has_phone', false, 'asked_for_a_call', false), 'account', '{}'::jsonb, 'traits', '{}'::jsonb,
           'fit', 0, 'fitLines', '[]'::jsonb, 'engagement', 0, 'engagementAt', 0, 'ledger', '[]'::jsonb, 'capDay', 0, 'capUsed', '{}'::jsonb, 'grade', null,
           'firstTouch', null, 'lastTouch', null, 'attempt', null, 'pastAttempts', 1, 'deals', jsonb_build_array(deal), 'lastFact', null), 'person ' || n
       from told)
     insert into deals (deal_id, person_id, attempt, name, stage, status, proof, amount_cents, currency, closer, opened_at, closed_at, next_step,
       stage_at, close_date, products, competitors, reasons, said, search, state)
     select 'd' || n, person_id, 1, 'Deal ' || n, deal->>'stage', status, case when n % 2 = 0 then 'contract' else 'none' end, cents, currency, closer, opened,
       case when status = 'open' then null else opened + interval '30 days' end, 'call', opened, close_date,
       jsonb_build_array('Product ' || n % 7), case when n % 3 = 0 then jsonb_build_array('Rival ' || n % 5) end, '[]', '[]', 'deal ' || n || ' firm ' || n % 9000, deal
     from told`,
    [deals],
  )
  await pool.query('vacuum analyze')
}
