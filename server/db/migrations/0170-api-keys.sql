-- A key with which a program acts as its owner, within the scopes it was given. Only its hash is kept.
create table api_keys (
  key_id uuid primary key,
  user_id uuid not null references users,
  name text not null,
  beginning text not null,
  hash bytea not null unique,
  scopes text[] not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz
);

create index api_keys_user on api_keys (user_id, created_at desc);
