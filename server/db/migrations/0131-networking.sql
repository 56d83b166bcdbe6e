-- Who knows whom, and who was asked to introduce whom.

-- `person_id` is known by a colleague or by another contact, never by both.
create table ties (
  tie_id uuid primary key,
  person_id uuid not null,
  knower_user uuid references users on delete cascade,
  knower_person uuid,
  strength smallint not null check (strength between 1 and 3),
  since date,
  source text not null check (source in ('told', 'meeting', 'card', 'import', 'introduction')),
  note text not null default '',
  created_by uuid references users on delete set null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check (num_nonnulls(knower_user, knower_person) = 1),
  check (knower_person is distinct from person_id)
);

create unique index ties_of_user on ties (person_id, knower_user) where knower_user is not null;

create unique index ties_of_person on ties (person_id, knower_person) where knower_person is not null;

create index ties_knower_user on ties (knower_user) where knower_user is not null;

create index ties_knower_person on ties (knower_person) where knower_person is not null;

-- `person_id` is whom we want to meet; `asked_*` is who shall make the step to them.
create table introductions (
  introduction_id uuid primary key,
  person_id uuid not null,
  asked_user uuid references users on delete set null,
  asked_person uuid,
  for_user uuid not null references users,
  path jsonb not null default '[]',
  status text not null default 'asked' check (status in ('asked', 'promised', 'made', 'declined')),
  note text not null default '',
  fact_id uuid,
  asked_at timestamptz not null,
  promised_at timestamptz,
  settled_at timestamptz,
  updated_at timestamptz not null
);

create index introductions_person on introductions (person_id);

create index introductions_asked_person on introductions (asked_person) where asked_person is not null;

create index introductions_recent on introductions (updated_at desc, introduction_id);

-- What a merge moved goes back with it.
alter table merged_rows drop constraint if exists merged_rows_what_check;
