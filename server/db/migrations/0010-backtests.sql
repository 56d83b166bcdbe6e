-- Agreements tried on the past: the question, how far it is, the answer, and the leads behind every number of the answer.

create table backtests (
  backtest_id uuid primary key,
  status text not null check (status in ('queued', 'running', 'done', 'failed', 'cancelled')),
  version integer references agreements,
  document text not null,
  document_hash text not null,
  from_day date not null,
  to_day date not null check (to_day > from_day),
  segment jsonb not null default '{}',
  progress real not null default 0,
  result jsonb,
  error text,
  created_by uuid references users,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz
);

create index backtests_recent on backtests (created_at desc, backtest_id desc);

create table backtest_leads (
  person_id uuid not null,
  backtest_id uuid not null,
  place integer not null,
  numbers integer not null,
  draft_at timestamptz,
  in_force_at timestamptz,
  really_at timestamptz,
  grade text,
  seller uuid,
  won_at timestamptz,
  won_cents bigint,
  primary key (person_id, backtest_id)
);

create index backtest_leads_place on backtest_leads (backtest_id, place);
