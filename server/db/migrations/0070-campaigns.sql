-- What marketing does, what it costs, and the words by which a touch finds it.

create table campaigns (
  campaign_id uuid primary key,
  key text not null unique check (key = lower(key)),
  name text not null,
  tactic text not null check (tactic in ('viral', 'brand', 'relationship', 'advertising', 'direct mail', 'event', 'other')),
  channel text,
  starts_on date,
  ends_on date check (ends_on >= starts_on),
  owner uuid references users on delete set null,
  goal text check (goal in ('leads', 'value')),
  -- Leads, or cents of the campaign's currency.
  goal_amount bigint check (goal_amount >= 0),
  budget_cents bigint check (budget_cents >= 0),
  currency text not null,
  landing_url text,
  note text not null default '',
  archived_at timestamptz,
  created_by uuid references users on delete set null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create index campaigns_owner on campaigns (owner) where owner is not null;

-- Each name in its plain form (lower case, one space for blanks, dashes and underscores) leads to one campaign.
create table campaign_names (
  plain text primary key collate "C",
  campaign_id uuid not null references campaigns on delete cascade,
  name text not null,
  is_alias boolean not null
);

create index campaign_names_campaign on campaign_names (campaign_id);

create table cost_imports (
  import_id uuid primary key,
  title text not null,
  source text,
  status text not null check (status in ('uploaded', 'done', 'undone')),
  files jsonb not null,
  options jsonb not null default '{}',
  result jsonb,
  issues jsonb not null default '[]',
  created_by uuid references users on delete set null,
  created_at timestamptz not null,
  finished_at timestamptz
);

create index cost_imports_recent on cost_imports (created_at desc);

-- One amount of a source, campaign (or channel), day, currency and kind. A credit is an amount given back: it counts against spend.
create table campaign_costs (
  cost_id uuid primary key,
  campaign_id uuid references campaigns on delete set null,
  -- The campaign in the words of the source and its id there, so that it can be assigned later.
  campaign_name text,
  campaign_ref text,
  channel text,
  day date not null,
  kind text not null default 'spend' check (kind in ('spend', 'credit')),
  cost_cents bigint not null check (cost_cents >= 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  source text not null,
  -- Unique in its source: the same row delivered again changes nothing.
  row_key text not null collate "C",
  impressions bigint,
  clicks bigint,
  import_id uuid references cost_imports,
  invoice_id uuid,
  -- What an import wrote over, to be put back when it is undone.
  replaced jsonb,
  created_at timestamptz not null,
  unique (source, row_key)
);

create index campaign_costs_campaign on campaign_costs (campaign_id, day) where campaign_id is not null;

create index campaign_costs_day on campaign_costs (day, channel);

create index campaign_costs_unclaimed on campaign_costs (campaign_name) where campaign_id is null and campaign_name is not null;

create index campaign_costs_import on campaign_costs (import_id) where import_id is not null;

create index campaign_costs_invoice on campaign_costs (invoice_id) where invoice_id is not null;

create table invoices (
  invoice_id uuid primary key,
  campaign_id uuid references campaigns on delete cascade,
  channel text,
  label text not null,
  kind text not null check (kind in ('spend', 'credit')),
  amount_cents bigint not null check (amount_cents > 0),
  currency text not null,
  from_day date not null,
  to_day date not null check (to_day >= from_day),
  created_by uuid references users on delete set null,
  created_at timestamptz not null
);

-- One unit of the currency in the company's own, from this day until the next that is stated.
create table currency_rates (
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  day date not null,
  rate numeric not null check (rate > 0),
  set_by uuid references users on delete set null,
  set_at timestamptz not null,
  primary key (currency, day)
);

-- Short addresses for letters, events and print.
create table campaign_codes (
  code text primary key collate "C",
  campaign_id uuid not null references campaigns on delete cascade,
  url text not null,
  label text not null default '',
  records text not null check (records in ('page.viewed', 'letter.answered')),
  -- Not a foreign key: people are merged and erased.
  person_id uuid,
  visits integer not null default 0,
  last_visit_at timestamptz,
  batch_id uuid not null,
  created_by uuid references users on delete set null,
  created_at timestamptz not null
);

create index campaign_codes_campaign on campaign_codes (campaign_id, created_at desc, code);

create index campaign_codes_person on campaign_codes (person_id) where person_id is not null;

-- Hosts a company adds to those the product knows.
create table channel_hosts (
  host text primary key collate "C",
  source text not null,
  medium text not null
);

create table channel_rules (
  version integer primary key,
  rules jsonb not null,
  created_by uuid references users on delete set null,
  created_at timestamptz not null
);

-- The work of labelling old touches by a version of the rules.
create table channel_runs (
  run_id uuid primary key,
  version integer not null references channel_rules,
  status text not null check (status in ('queued', 'running', 'done', 'failed')),
  done bigint not null default 0,
  total bigint not null default 0,
  changed bigint not null default 0,
  -- Key of the last touch that was labelled.
  at_person uuid,
  at_fact uuid,
  created_by uuid references users on delete set null,
  created_at timestamptz not null,
  finished_at timestamptz
);

-- How the present rules name the channel of a touch where that is not what was recorded; reports read coalesce(regrouped, channel).
alter table facts add column regrouped text;

create index facts_campaign on facts (campaign, occurred_at) where campaign is not null;

create index leads_campaign on leads (campaign, opened_at) include (won_at) where campaign is not null;

create index feedbacks_campaign on feedbacks (campaign, given_at desc) where campaign is not null;
