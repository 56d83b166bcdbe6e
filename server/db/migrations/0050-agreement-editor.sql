-- What is written but not saved yet, what people say about a clause, and drafts that are changed while they are talked about.

create table agreement_works (
  version integer not null references agreements,
  user_id uuid not null references users on delete cascade,
  document text not null,
  based_on text not null,
  saved_at timestamptz not null,
  primary key (version, user_id)
);

create table agreement_threads (
  thread_id uuid primary key,
  version integer not null references agreements,
  clause text not null,
  opened_at timestamptz not null,
  resolved_by uuid references users,
  resolved_at timestamptz
);

create index agreement_threads_version on agreement_threads (version, opened_at);

create table agreement_comments (
  comment_id uuid primary key,
  thread_id uuid not null references agreement_threads on delete cascade,
  author uuid not null references users,
  text text not null,
  written_at timestamptz not null
);

create index agreement_comments_thread on agreement_comments (thread_id, written_at);

alter table agreements add column amended_by uuid references users;

alter table agreements add column amended_at timestamptz;
