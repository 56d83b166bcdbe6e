-- Notices on their way out of the house: by mail, and to other programs by webhook.

create table notice_preferences (
  user_id uuid primary key references users on delete cascade,
  kinds jsonb not null default '{}',
  has_summary boolean not null default true,
  is_quiet boolean not null default true,
  updated_at timestamptz not null default now()
);

-- A notice that shall also be mailed: at `due_at`, alone or with what else waits for the same person.
create table notice_posts (
  notice_id uuid primary key references notices on delete cascade,
  user_id uuid not null references users on delete cascade,
  way text not null check (way in ('now', 'digest')),
  due_at timestamptz not null,
  settled_at timestamptz,
  outcome text check (outcome in ('mailed', 'dropped')),
  mail_id uuid
);

create index notice_posts_due on notice_posts (due_at) where settled_at is null;

create index notice_posts_user on notice_posts (user_id) where settled_at is null;

create index notice_posts_mail on notice_posts (mail_id) where mail_id is not null;

create table summaries (
  user_id uuid primary key references users on delete cascade,
  due_at timestamptz not null
);

create index summaries_due on summaries (due_at);

-- `content` is encrypted, and taken away once the mail is gone: it may hold a link that opens a door.
create table mails (
  mail_id uuid primary key,
  user_id uuid references users on delete set null,
  address text not null,
  kind text not null check (kind in ('notices', 'summary', 'invitation', 'reset', 'test')),
  subject text not null,
  content text,
  status text not null default 'waiting' check (status in ('waiting', 'sent', 'failed', 'refused', 'dropped')),
  tries integer not null default 0,
  next_try_at timestamptz not null,
  claimed_until timestamptz,
  error text,
  created_at timestamptz not null,
  settled_at timestamptz
);

create index mails_due on mails (next_try_at) where status = 'waiting';

create index mails_recent on mails (created_at desc, mail_id);

create index mails_user on mails (user_id, created_at desc) where user_id is not null;

create table refused_addresses (
  address text primary key,
  reason text not null,
  refused_at timestamptz not null
);

create table webhooks (
  webhook_id uuid primary key,
  url text not null,
  note text not null default '',
  kinds text[] not null,
  status text not null default 'active' check (status in ('active', 'paused', 'gone')),
  secret text not null,
  old_secret text,
  old_secret_until timestamptz,
  failing_since timestamptz,
  created_by uuid references users on delete set null,
  created_at timestamptz not null
);

create table webhook_events (
  event_id uuid primary key,
  sequence bigint generated always as identity,
  kind text not null,
  occurred_at timestamptz not null,
  data jsonb not null
);

create index webhook_events_age on webhook_events (occurred_at);

create table webhook_deliveries (
  webhook_id uuid not null references webhooks on delete cascade,
  event_id uuid not null references webhook_events on delete cascade,
  status text not null default 'waiting' check (status in ('waiting', 'delivered', 'failed')),
  tries integer not null default 0,
  next_try_at timestamptz not null,
  claimed_until timestamptz,
  created_at timestamptz not null,
  primary key (webhook_id, event_id)
);

create index webhook_deliveries_due on webhook_deliveries (webhook_id, next_try_at) where status = 'waiting';

create index webhook_deliveries_recent on webhook_deliveries (webhook_id, created_at desc, event_id desc);

create index webhook_deliveries_event on webhook_deliveries (event_id);

create table webhook_tries (
  webhook_id uuid not null,
  event_id uuid not null,
  at timestamptz not null,
  status_code integer,
  took_ms integer not null,
  error text,
  answer text,
  foreign key (webhook_id, event_id) references webhook_deliveries on delete cascade
);

create index webhook_tries_delivery on webhook_tries (webhook_id, event_id, at);
