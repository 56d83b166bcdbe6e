alter table deals drop constraint deals_status_check,
  add constraint deals_status_check check (status in ('open', 'won', 'lost', 'undecided'));
alter table deals
  -- Empty: the first pipeline of the agreement.
  add column pipeline text not null default '',
  add column stage_at timestamptz,
  add column close_date date,
  add column next_step_at timestamptz,
  add column products jsonb not null default '[]',
  add column competitors jsonb,
  add column reasons jsonb not null default '[]',
  add column said jsonb not null default '[]',
  add column search text not null default '',
  add column state jsonb not null default '{}';
update deals d set stage_at = opened_at, state = coalesce((
  select x from people p, jsonb_array_elements(p.state -> 'deals') x
  where p.person_id = d.person_id and x ->> 'id' = d.deal_id), '{}'),
  search = lower(concat_ws(' ', d.name, (select concat_ws(' ', p.name, p.company) from people p where p.person_id = d.person_id))),
  reasons = case when reason is null then '[]' else jsonb_build_array(reason) end;
-- What lists are ordered by is never null: what is not known stands last.
alter table deals
  alter column stage_at set not null,
  add column close_key date not null generated always as (coalesce(close_date, date '9999-12-31')) stored,
  add column amount_key bigint not null generated always as (coalesce(amount_cents, -1)) stored;
create index deals_newest on deals (opened_at desc, person_id, deal_id);
create index deals_closing on deals (close_key, person_id, deal_id) where status = 'open';
create index deals_largest on deals (amount_key desc, person_id, deal_id);
create index deals_stalest on deals (stage_at, person_id, deal_id) where status = 'open';
create index deals_column on deals (stage, close_key, person_id, deal_id) where status = 'open';
create index deals_owner on deals (closer, close_key) where status = 'open';
create index deals_sums on deals (stage, currency) include (pipeline, amount_cents) where status = 'open';
create index deals_next_step on deals (closer, next_step_at) where status = 'open' and next_step_at is not null;
create index deals_search on deals using gin (search gin_trgm_ops);
create index deals_products on deals using gin (products);
create index deals_competitors on deals using gin (competitors);

create table documents (
  document_id uuid primary key,
  person_id uuid not null,
  deal_id text not null collate "C",
  kind text not null check (kind in ('contract', 'offer', 'other')),
  name text not null,
  bytes bigint not null,
  sha256 text not null,
  pages integer,
  signed_on date,
  signatories jsonb not null default '[]',
  fact_id uuid,
  uploaded_by uuid references users on delete set null,
  uploaded_at timestamptz not null
);
create index documents_deal on documents (person_id, deal_id);
-- A document in pieces, so that neither reading nor writing it holds it whole in memory.
create table document_chunks (
  document_id uuid not null references documents on delete cascade,
  place integer not null,
  data bytea not null,
  primary key (document_id, place)
);
alter table document_chunks alter column data set storage external;
