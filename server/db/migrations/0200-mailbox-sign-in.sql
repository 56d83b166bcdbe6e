-- Mailboxes that are opened by signing in at their provider (OAuth 2). Their secret holds tokens instead of a password.

alter table mailboxes
  add column sign_in text not null default 'password' check (sign_in in ('password', 'google', 'microsoft', 'other')),
  -- A process asks for a new token until then: others wait for what it brings.
  add column refreshing_until timestamptz;

-- Somebody is at their provider. Ends when they come back, or after a quarter of an hour.
create table mail_sign_ins (
  -- A hash of what the provider sends back.
  state_hash bytea primary key,
  user_id uuid not null references users on delete cascade,
  provider text not null check (provider in ('google', 'microsoft', 'other')),
  -- The mailbox that is signed in anew.
  mailbox_id uuid references mailboxes on delete cascade,
  -- What the exchange of the code must prove (RFC 7636), encrypted.
  verifier text not null,
  -- How the mailbox shall be kept.
  wants jsonb not null,
  created_at timestamptz not null
);

create index mail_sign_ins_created on mail_sign_ins (created_at);
