-- Lists of people to be called, what is said to them, and who is to be called when.

create table call_scripts (
  script_id uuid primary key,
  name text not null,
  -- A message of the message house, where the script says it; not a foreign key, so that either may go.
  message_id uuid,
  opening text not null default '',
  questions jsonb not null default '[]',
  driver text not null default '',
  proof text not null default '',
  -- [{ says, answer }]
  objections jsonb not null default '[]',
  archived_at timestamptz,
  created_by uuid references users on delete set null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

-- A question that is kept: whom it finds is asked anew each time a session is built from it.
create table call_lists (
  list_id uuid primary key,
  name text not null,
  filter jsonb not null,
  created_by uuid references users on delete set null,
  created_at timestamptz not null
);

create table call_sessions (
  session_id uuid primary key,
  name text not null,
  filter jsonb not null,
  list_id uuid references call_lists on delete set null,
  script_id uuid references call_scripts on delete set null,
  left_out jsonb not null default '{}',
  created_by uuid references users on delete set null,
  created_at timestamptz not null,
  closed_at timestamptz
);

create index call_sessions_recent on call_sessions (created_at desc);

create table call_entries (
  person_id uuid not null,
  session_id uuid not null references call_sessions on delete cascade,
  place integer not null,
  status text not null default 'waiting' check (status in ('waiting', 'claimed', 'done', 'skipped', 'left out')),
  claimed_by uuid references users on delete set null,
  claimed_at timestamptz,
  claimed_until timestamptz,
  -- Not before: the hours of their zone, or the next attempt as planned.
  next_at timestamptz,
  attempts integer not null default 0,
  why text,
  primary key (person_id, session_id)
);

create index call_entries_next on call_entries (session_id, place) where status in ('waiting', 'claimed');

-- Whoever is being called is being called by one colleague only, on whatever list they stand.
create unique index call_entries_claimed on call_entries (person_id) where status = 'claimed';

-- What came of each call of a session: how it is taken back, and what the summary counts.
create table call_outcomes (
  person_id uuid not null,
  outcome_id uuid not null,
  session_id uuid references call_sessions on delete cascade,
  user_id uuid references users on delete set null,
  outcome text not null,
  follow text,
  duration_s integer,
  at timestamptz not null,
  facts uuid[] not null,
  -- The call-back that was planned, and what the entry was before.
  plan_id uuid,
  undone_at timestamptz,
  primary key (person_id, outcome_id)
);

create index call_outcomes_session on call_outcomes (session_id, user_id, at desc);

-- The time one colleague spends on a session, without the pauses.
create table call_runs (
  session_id uuid not null references call_sessions on delete cascade,
  user_id uuid not null references users on delete cascade,
  started_at timestamptz not null,
  resumed_at timestamptz,
  worked_s integer not null default 0,
  seen_at timestamptz not null,
  primary key (session_id, user_id)
);

create table call_plans (
  person_id uuid not null,
  plan_id uuid not null,
  owner uuid references users on delete cascade,
  at timestamptz not null,
  why text not null check (why in ('asked', 'attempt', 'missed')),
  note text not null default '',
  session_id uuid references call_sessions on delete set null,
  call_id text,
  created_by uuid references users on delete set null,
  created_at timestamptz not null,
  done_at timestamptz,
  primary key (person_id, plan_id)
);

create index call_plans_due on call_plans (owner, at) where done_at is null;

create table incoming_calls (
  call_id text primary key collate "C",
  from_number text,
  to_number text,
  -- Not a foreign key: people are merged and erased; null where the number is nobody's or hidden.
  person_id uuid,
  user_ids uuid[] not null,
  why text not null check (why in ('extension', 'named', 'owner', 'pool', 'nobody')),
  status text not null check (status in ('ringing', 'answered', 'missed', 'ended')),
  answered_by uuid references users on delete set null,
  at timestamptz not null,
  received_at timestamptz not null,
  ended_at timestamptz,
  duration_s integer,
  recording_url text,
  facts uuid[] not null default '{}'
);

create index incoming_calls_recent on incoming_calls (at desc);

create index incoming_calls_person on incoming_calls (person_id) where person_id is not null;

create table call_extensions (
  user_id uuid primary key references users on delete cascade,
  extension text not null unique collate "C"
);

-- With which a telephone system signs what it sends.
create table call_secrets (
  secret text primary key,
  created_by uuid references users on delete set null,
  created_at timestamptz not null,
  revoked_at timestamptz
);

-- Rates by hour and by whether they had heard of the company read calls alone.
create index facts_calls on facts (occurred_at desc) where kind = 'call.made';
