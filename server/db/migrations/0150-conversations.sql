-- What was said in a call or written in a chat, in one shape whatever wrote it down, with what it measures. Figures stay when the words are removed.
create table conversations (
  person_id uuid not null,
  conversation_id uuid not null,
  fact_id uuid,
  -- The call or meeting it belongs to.
  about_fact uuid,
  kind text not null check (kind in ('call', 'chat')),
  call_kind text not null check (call_kind in ('discovery', 'demo', 'negotiation', 'other')),
  title text not null,
  held_at timestamptz not null,
  source text not null,
  source_id text,
  -- Who speaks: key, name, side, and the colleague or person it is.
  speakers jsonb not null,
  -- Segments or messages; null once the words were removed.
  said jsonb,
  issues jsonb not null default '[]',
  figures jsonb not null,
  duration_ms bigint not null,
  seller uuid references users on delete set null,
  rep_share double precision,
  prospect_words integer not null,
  rep_words integer not null,
  added_by uuid references users on delete set null,
  added_at timestamptz not null,
  words_removed_at timestamptz,
  primary key (person_id, conversation_id)
);
create index conversations_id on conversations (conversation_id);
create index conversations_newest on conversations (held_at desc, person_id, conversation_id);
create index conversations_seller on conversations (seller, held_at desc);
alter table conversations alter column said set compression pglz;

-- What is listened for: competitors, messages and needs, by every way of saying them, in any language.
create table phrase_lists (
  kind text not null check (kind in ('competitor', 'message', 'need')),
  name text not null,
  phrases text[] not null,
  position integer not null,
  primary key (kind, name)
);

create table mentions (
  person_id uuid not null,
  conversation_id uuid not null,
  place integer not null,
  kind text not null,
  name text not null,
  phrase text not null,
  side text not null check (side in ('rep', 'prospect', 'unknown')),
  segment integer not null,
  from_char integer not null,
  to_char integer not null,
  start_ms integer,
  primary key (person_id, conversation_id, place),
  foreign key (person_id, conversation_id) references conversations on delete cascade on update cascade
);
create index mentions_name on mentions (kind, name);
