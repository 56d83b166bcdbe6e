-- The message house: pillars, and what is said on each to whom and when. Every change is a version that stays.
create table message_pillars (
  pillar_id uuid primary key,
  name text not null,
  position integer not null
);

create table messages (
  message_id uuid primary key,
  -- Null only once it is archived and its pillar was taken away.
  pillar_id uuid references message_pillars on delete set null,
  persona text,
  stage text check (stage in ('inquiry', 'qualified', 'accepted', 'contacted', 'opportunity', 'won')),
  language text,
  topic text,
  driver text,
  message text not null,
  proofs jsonb not null default '[]',
  objections jsonb not null default '[]',
  owner uuid references users on delete set null,
  version integer not null default 1,
  approved_by uuid references users on delete set null,
  approved_at timestamptz,
  archived_at timestamptz,
  updated_by uuid references users on delete set null,
  updated_at timestamptz not null
);

create index messages_pillar on messages (pillar_id) where archived_at is null;

create table message_versions (
  message_id uuid not null references messages on delete cascade,
  version integer not null,
  content jsonb not null,
  changed_by uuid references users on delete set null,
  changed_at timestamptz not null,
  primary key (message_id, version)
);

create index facts_used_message on facts ((data->>'message'), occurred_at)
  where kind in ('call.made', 'email.sent', 'message.sent', 'meeting.held') and data->>'message' is not null;
