-- One statement per query when run (a blank line ends a statement): distributed tables accept no other form.
-- Tables that grow with every visitor carry person_id in every key; tables that grow with the business stay small.

create extension if not exists pg_trgm;

create table teams (
  team_id uuid primary key,
  name text not null unique,
  side text not null check (side in ('marketing', 'sales')),
  created_at timestamptz not null default now()
);

create table users (
  id uuid primary key,
  name text not null,
  email text unique,
  email_verified boolean not null default false,
  image text,
  role text not null default 'viewer' check (role in ('admin', 'manager', 'marketer', 'seller', 'viewer')),
  team_id uuid references teams,
  is_active boolean not null default true,
  external_id text unique,
  locale text,
  calendar jsonb,
  import_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table sessions (
  id uuid primary key,
  user_id uuid not null references users on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create index sessions_user on sessions (user_id);

create table credentials (
  id uuid primary key,
  user_id uuid not null references users on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create index credentials_user on credentials (user_id);

create table verifications (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table absences (
  absence_id uuid primary key,
  user_id uuid not null references users on delete cascade,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  note text not null default '',
  created_at timestamptz not null default now()
);

create index absences_user on absences (user_id, ends_at);

create table settings (
  key text primary key,
  value jsonb not null,
  updated_at timestamptz not null default now()
);

create table write_keys (
  key_id uuid primary key,
  write_key text not null unique,
  name text not null,
  created_by uuid references users,
  created_at timestamptz not null default now(),
  revoked_at timestamptz
);

create table agreements (
  version integer primary key,
  title text not null,
  document text not null,
  status text not null check (status in ('draft', 'in force', 'superseded', 'withdrawn')),
  in_force_from timestamptz,
  note text not null default '',
  created_by uuid references users,
  created_at timestamptz not null default now()
);

create table signatures (
  version integer not null references agreements,
  user_id uuid not null references users,
  side text not null check (side in ('marketing', 'sales')),
  document_hash text not null,
  signed_at timestamptz not null default now(),
  primary key (version, user_id)
);

create table accounts (
  account_id uuid primary key,
  name text not null,
  domain text,
  external_id text,
  industry text,
  employees integer,
  country text,
  region text,
  city text,
  segment text,
  import_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create unique index accounts_domain on accounts (domain) where domain is not null;

create unique index accounts_external on accounts (external_id) where external_id is not null;

create index accounts_name on accounts (lower(name) collate "C");

create index accounts_search on accounts using gin (lower(name) gin_trgm_ops);

create table people (
  person_id uuid primary key,
  account_id uuid references accounts,
  name text not null default '',
  email text,
  phone text,
  title text,
  company text,
  country text,
  is_anonymous boolean not null default false,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  facts integer not null default 0,
  state jsonb not null,
  search text not null default '',
  import_id uuid
);

create index people_account on people (account_id, person_id) where account_id is not null;

create index people_recent on people (last_seen_at desc, person_id desc) where not is_anonymous;

create index people_search on people using gin (search gin_trgm_ops);

-- A key names one person. It is looked up by its value, so on Citus it distributes by value, not by person.
create table identities (
  kind text not null check (kind in ('email', 'phone', 'external', 'anonymous')),
  value text not null collate "C",
  person_id uuid not null,
  created_at timestamptz not null default now(),
  primary key (kind, value)
);

create index identities_person on identities (person_id);

create table facts (
  person_id uuid not null,
  fact_id uuid not null,
  kind text not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  message_id text not null collate "C",
  source text not null,
  actor uuid,
  is_history boolean not null,
  identity text,
  channel text,
  origin text,
  campaign text,
  landing_page text,
  data jsonb not null,
  import_id uuid,
  primary key (person_id, fact_id)
);

create unique index facts_message on facts (person_id, message_id);

create index facts_import on facts (import_id) where import_id is not null;

create table decisions (
  person_id uuid not null,
  decision_id uuid not null,
  fact_id uuid not null,
  ordinal smallint not null,
  attempt integer not null,
  what text not null,
  clause text,
  version integer not null,
  decided_at timestamptz not null,
  recorded_at timestamptz not null,
  revised_at timestamptz,
  data jsonb not null,
  primary key (person_id, decision_id)
);

create index decisions_fact on decisions (person_id, fact_id);

create index decisions_recent on decisions (recorded_at desc, person_id) where what not in ('scored', 'graded') and revised_at is null;

create table leads (
  person_id uuid not null,
  attempt integer not null,
  stage text not null,
  outcome text not null,
  reason text,
  team text not null,
  owner uuid,
  pool text,
  grade text,
  fit real not null,
  engagement real not null,
  engagement_at timestamptz not null,
  -- log2(engagement) + time / half-life: the order by faded engagement, the same at every moment.
  heat double precision not null,
  channel text,
  origin text,
  campaign text,
  landing_page text,
  is_history boolean not null,
  opened_at timestamptz not null,
  qualified_at timestamptz,
  routed_at timestamptz,
  accepted_at timestamptz,
  first_touch_at timestamptz,
  contacted_at timestamptz,
  opportunity_at timestamptz,
  won_at timestamptz,
  closed_at timestamptz,
  touches integer not null default 0,
  due_at timestamptz,
  due_clock text,
  updated_at timestamptz not null,
  primary key (person_id, attempt)
);

create index leads_opened on leads (opened_at desc, person_id desc, attempt desc);

create index leads_heat on leads (heat desc, person_id desc, attempt desc);

create index leads_owner on leads (owner, due_at, person_id) where outcome = 'open' and owner is not null;

create index leads_waiting on leads (opened_at desc, person_id) where outcome = 'open' and owner is null and not is_history;

create table clocks (
  person_id uuid not null,
  attempt integer not null,
  name text not null,
  clause text not null,
  team text not null,
  owner uuid,
  started_at timestamptz not null,
  due_at timestamptz not null,
  next_at timestamptz,
  primary key (person_id, attempt, name)
);

create index clocks_next on clocks (next_at) where next_at is not null;

create table deals (
  deal_id text not null collate "C",
  person_id uuid not null,
  attempt integer not null,
  name text,
  stage text not null,
  status text not null check (status in ('open', 'won', 'lost')),
  proof text not null,
  amount_cents bigint,
  currency text,
  sdr uuid,
  closer uuid,
  opened_at timestamptz not null,
  closed_at timestamptz,
  reason text,
  next_step text,
  primary key (person_id, deal_id)
);

create index deals_closed on deals (closed_at desc, person_id, deal_id) where status <> 'open';

create table hand_offs (
  user_id uuid not null references users,
  pool text not null,
  person_id uuid not null,
  attempt integer not null,
  at timestamptz not null,
  fact_id uuid not null,
  primary key (person_id, fact_id)
);

create index hand_offs_load on hand_offs (user_id, at);

create table turns (
  pool text not null,
  user_id uuid not null references users on delete cascade,
  turn bigint not null,
  primary key (pool, user_id)
);

create table notices (
  notice_id uuid primary key,
  user_id uuid not null references users on delete cascade,
  kind text not null,
  person_id uuid,
  data jsonb not null,
  created_at timestamptz not null default now(),
  read_at timestamptz
);

create index notices_user on notices (user_id, created_at desc);

create table forms (
  slug text primary key,
  title text not null,
  intro text not null default '',
  fields jsonb not null,
  channel text,
  campaign text,
  is_published boolean not null default true,
  sent integer not null default 0,
  created_by uuid references users,
  created_at timestamptz not null default now()
);

create table imports (
  import_id uuid primary key,
  profile text not null,
  title text not null,
  status text not null check (status in ('uploaded', 'queued', 'running', 'done', 'failed', 'cancelled', 'undoing', 'undone')),
  files jsonb not null,
  mapping jsonb,
  options jsonb not null default '{}',
  progress jsonb not null default '{}',
  result jsonb,
  error text,
  created_by uuid references users,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz
);

create table import_issues (
  import_id uuid not null references imports on delete cascade,
  issue integer not null,
  file text not null,
  row_number integer not null,
  field text,
  severity text not null check (severity in ('dropped', 'repaired', 'warning')),
  code text not null,
  message text not null,
  raw text,
  primary key (import_id, issue)
);

create table import_profiles (
  profile_id uuid primary key,
  name text not null unique,
  mapping jsonb not null,
  options jsonb not null default '{}',
  created_by uuid references users,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
