-- Purposes for which people are asked; the wording of each version is kept as proof.
create table consent_purposes (
  purpose text primary key check (purpose ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  name text not null,
  basis text not null check (basis in ('consent', 'legitimate interest', 'contract', 'legal duty')),
  covers text not null check (covers in ('e-mail', 'phone', 'letter', 'message', 'nothing')),
  version integer not null default 1,
  is_active boolean not null default true,
  updated_by uuid references users on delete set null,
  updated_at timestamptz not null
);
create table consent_wordings (
  purpose text not null references consent_purposes on delete cascade,
  version integer not null,
  wording text not null,
  created_by uuid references users on delete set null,
  created_at timestamptz not null,
  primary key (purpose, version)
);
create index facts_consent on facts (person_id) where kind in ('consent.given', 'consent.withdrawn');

alter table people add column erased_at timestamptz;
create table erasures (
  erasure_id uuid primary key,
  person_id uuid not null unique,
  former_ids uuid[] not null default '{}',
  reason text not null,
  erased_by uuid references users on delete set null,
  asked_at timestamptz not null,
  erased_at timestamptz,
  counts jsonb not null default '{}'
);
-- Keyed hashes of what an erased person was known by: they name nobody, but recognise whoever comes again.
create table tombstones (
  hash text primary key collate "C",
  erasure_id uuid not null references erasures on delete cascade
);
create index tombstones_erasure on tombstones (erasure_id);
create table privacy_log (
  entry_id uuid primary key,
  at timestamptz not null,
  what text not null check (what in ('exported', 'erased', 'erased again', 'retention changed', 'retention applied', 'purpose changed')),
  who uuid references users on delete set null,
  person_id uuid,
  data jsonb not null default '{}'
);
create index privacy_log_at on privacy_log (at desc, entry_id desc);

create table retention_rules (
  rule text primary key check (rule in ('visits', 'visitors', 'closed leads', 'mails', 'webhooks', 'import rows')),
  months integer not null check (months between 1 and 240),
  is_on boolean not null default false,
  changed_by uuid references users on delete set null,
  changed_at timestamptz not null,
  running_since timestamptz,
  last_run_at timestamptz,
  last_removed integer,
  last_error text
);

insert into consent_purposes (purpose, name, basis, covers, version, updated_at) values
  ('marketing-email', 'Marketing by e-mail', 'consent', 'e-mail', 1, now()),
  ('phone', 'Calls', 'legitimate interest', 'phone', 1, now()),
  ('post', 'Letters', 'legitimate interest', 'letter', 1, now()),
  ('profiling', 'Scoring of interest', 'legitimate interest', 'nothing', 1, now()),
  ('analytics', 'Measuring of visits', 'consent', 'nothing', 1, now());
insert into consent_wordings (purpose, version, wording, created_at) values
  ('marketing-email', 1, 'I agree to receive news and offers by e-mail. I can take this back at any time.', now()),
  ('phone', 1, 'I agree to be called about my interest. I can take this back at any time.', now()),
  ('post', 1, 'I agree to receive letters. I can take this back at any time.', now()),
  ('profiling', 1, 'I agree that my interest is scored from what I do on this site.', now()),
  ('analytics', 1, 'I agree that my visits are measured.', now());

alter table merged_rows drop constraint merged_rows_what_check, add constraint merged_rows_what_check check (what in ('fact', 'decision', 'key', 'notice'));
