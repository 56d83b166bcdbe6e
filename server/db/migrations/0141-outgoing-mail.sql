-- Mail that colleagues send from here. The Message-ID is fixed before anything is sent.

create table mail_templates (
  template_id uuid primary key,
  name text not null,
  language text not null check (language in ('en', 'fr')),
  purpose text not null check (purpose in ('sales', 'marketing')),
  subject text not null,
  body text not null,
  created_by uuid references users on delete set null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  archived_at timestamptz
);

create table mail_outgoing (
  outgoing_id uuid primary key,
  mailbox_id uuid not null references mailboxes on delete cascade,
  user_id uuid not null references users on delete cascade,
  -- Not a foreign key: people are merged and erased.
  person_id uuid,
  message_key text not null unique collate "C",
  recipients jsonb not null,
  subject text not null,
  body text not null,
  in_reply_to text,
  refs text[] not null default '{}',
  template_id uuid references mail_templates on delete set null,
  purpose text not null check (purpose in ('sales', 'marketing')),
  tracks_opens boolean not null default false,
  tracks_clicks boolean not null default false,
  links text[] not null default '{}',
  -- handing: the server may have it. Whoever finds it so after a crash asks, and never sends by itself.
  status text not null check (status in ('waiting', 'claimed', 'handing', 'sent', 'unsure', 'failed', 'cancelled')),
  send_at timestamptz not null,
  next_try_at timestamptz not null,
  claimed_until timestamptz,
  tries integer not null default 0,
  error text,
  mend text,
  copy text not null check (copy in ('server', 'wanted', 'kept', 'failed')),
  created_at timestamptz not null,
  sent_at timestamptz
);

create index mail_outgoing_due on mail_outgoing (next_try_at) where status in ('waiting', 'claimed', 'handing');

create index mail_outgoing_copies on mail_outgoing (sent_at) where status = 'sent' and copy = 'wanted';

create index mail_outgoing_user on mail_outgoing (user_id, created_at desc);

create table mail_files (
  file_id uuid primary key,
  user_id uuid not null references users on delete cascade,
  outgoing_id uuid references mail_outgoing on delete cascade,
  name text not null,
  type text not null,
  bytes bytea not null,
  created_at timestamptz not null
);

create index mail_files_outgoing on mail_files (outgoing_id);
