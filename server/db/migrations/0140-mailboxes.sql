-- Mailboxes of colleagues, what was seen in them, and the mail that is kept.

create table mailboxes (
  mailbox_id uuid primary key,
  user_id uuid not null references users on delete cascade,
  address text not null collate "C",
  aliases text[] not null default '{}',
  display_name text not null default '',
  login text not null,
  -- Encrypted with the secret of the installation.
  secret text not null,
  imap_host text not null,
  imap_port integer not null,
  imap_security text not null check (imap_security in ('tls', 'starttls', 'none')),
  -- Null: mail is read here, and written elsewhere.
  smtp_host text,
  smtp_port integer,
  smtp_security text check (smtp_security in ('tls', 'starttls', 'none')),
  -- What becomes of mail with people nobody knows.
  policy text not null check (policy in ('counted', 'headers', 'all')),
  -- [{ field, value, does }]
  rules jsonb not null default '[]',
  -- Older mail is counted, not read.
  since timestamptz not null,
  signature text not null default '',
  -- The copy of a sent mail is laid into the folder by us; false where the server does it.
  keeps_copies boolean not null,
  is_paused boolean not null default false,
  status text not null check (status in ('new', 'reading', 'watching', 'waiting')),
  trouble jsonb,
  unreachable_since timestamptz,
  alarmed_at timestamptz,
  synced_at timestamptz,
  next_try_at timestamptz not null,
  tries integer not null default 0,
  claimed_by uuid,
  claimed_until timestamptz,
  created_at timestamptz not null,
  unique (user_id, address)
);

create index mailboxes_address on mailboxes (address);

create table mail_folders (
  folder_id uuid primary key,
  mailbox_id uuid not null references mailboxes on delete cascade,
  path text not null collate "C",
  role text not null check (role in ('inbox', 'sent', 'archive', 'other')),
  is_read boolean not null,
  uid_validity bigint,
  uid_next bigint,
  highest_modseq bigint,
  on_server integer not null default 0,
  compared_at timestamptz,
  unique (mailbox_id, path)
);

-- One row for each message of each folder: what became of it. Whatever the server has and this has not is a gap.
create table mail_seen (
  folder_id uuid not null references mail_folders on delete cascade,
  uid bigint not null,
  received_at timestamptz,
  size_bytes bigint not null default 0,
  outcome text not null check (outcome in ('stored', 'headers', 'counted', 'failed')),
  reason text,
  detail text,
  message_id uuid,
  -- A keyed hash of the other side's address, by which mail that was only counted is found once they are known.
  sender_hash bytea,
  -- It is no longer in the folder.
  gone_at timestamptz,
  primary key (folder_id, uid)
);

create index mail_seen_message on mail_seen (message_id) where message_id is not null;

create index mail_seen_sender on mail_seen (sender_hash) where sender_hash is not null;

create table mail_threads (
  thread_id uuid primary key,
  subject text not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  messages integer not null default 0,
  replies_prospect integer not null default 0,
  replies_company integer not null default 0,
  -- Words without what was quoted: the share of the talking in writing.
  words_prospect integer not null default 0,
  words_company integer not null default 0
);

-- Every id a mail names belongs to one thread, also before that mail is seen.
create table mail_refs (
  reference text primary key collate "C",
  thread_id uuid not null references mail_threads on delete cascade
);

create index mail_refs_thread on mail_refs (thread_id);

create table mail_messages (
  message_id uuid primary key,
  -- The Message-ID, or a hash of what the mail says where it has none: the same mail in two mailboxes is one.
  message_key text not null unique collate "C",
  thread_id uuid not null references mail_threads on delete cascade,
  sent_at timestamptz not null,
  direction text not null check (direction in ('in', 'out')),
  kind text not null check (kind in ('human', 'automatic', 'bulk', 'bounce', 'calendar')),
  from_address text not null collate "C",
  from_name text not null,
  subject text not null,
  in_reply_to text,
  has_body boolean not null,
  text text,
  html text,
  words integer not null default 0,
  recipients integer not null,
  attachments jsonb not null default '[]',
  -- Who of us wrote it.
  user_id uuid references users on delete set null,
  bounced text check (bounced in ('hard', 'soft')),
  bounce_why text,
  calendar text
);

create index mail_messages_thread on mail_messages (thread_id, sent_at);

create index mail_messages_from on mail_messages (from_address, sent_at desc);

-- Everybody a mail names, but those of the house. People are found by address when it is read, so that nothing moves when they merge.
create table mail_parties (
  message_id uuid not null references mail_messages on delete cascade,
  place integer not null,
  role text not null check (role in ('from', 'to', 'cc', 'reply-to')),
  address text not null collate "C",
  -- The address without a tag and in the spelling its provider takes for the same.
  base text not null collate "C",
  name text not null,
  primary key (message_id, place)
);

create index mail_parties_address on mail_parties (address);

create index mail_parties_base on mail_parties (base) where base <> address;

create table mail_ignored (
  user_id uuid not null references users on delete cascade,
  -- An address, or @ and a domain.
  value text not null collate "C",
  created_at timestamptz not null,
  primary key (user_id, value)
);
