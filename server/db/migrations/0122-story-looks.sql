-- When somebody of us last looked at a story, and the time before that: what came since is new to them.
create table story_looks (
  person_id uuid not null,
  user_id uuid not null references users on delete cascade,
  looked_at timestamptz not null,
  before_at timestamptz,
  primary key (person_id, user_id)
);

create table account_looks (
  account_id uuid not null references accounts on delete cascade,
  user_id uuid not null references users on delete cascade,
  looked_at timestamptz not null,
  before_at timestamptz,
  primary key (account_id, user_id)
);
