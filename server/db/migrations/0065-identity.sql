-- What a person is known by, without reading every browser they ever used.
create index identities_person_kind on identities (person_id, kind);

drop index identities_person;

-- Two people who may be one. A human decides; `different` is kept for good.
create table duplicates (
  low uuid not null,
  high uuid not null,
  certainty real not null check (certainty > 0 and certainty <= 1),
  evidence text[] not null,
  state text not null default 'open' check (state in ('open', 'later', 'different', 'merged')),
  wake_at timestamptz,
  found_at timestamptz not null default now(),
  decided_by uuid references users,
  decided_at timestamptz,
  primary key (low, high),
  check (low < high)
);

create index duplicates_queue on duplicates (certainty desc, low, high) where state in ('open', 'later');

create index duplicates_high on duplicates (high);

create table merges (
  merge_id uuid primary key,
  from_person uuid not null,
  into_person uuid not null,
  fact_id uuid not null,
  -- Facts of the merged person whose message the other had received too: kept here until it is undone.
  held jsonb not null default '[]',
  -- The merged person's row as it was.
  person jsonb not null,
  merged_by uuid references users,
  merged_at timestamptz not null,
  undone_by uuid references users,
  undone_at timestamptz
);

create index merges_into on merges (into_person, merged_at desc);

create index merges_from on merges (from_person);

create table merged_rows (
  merge_id uuid not null references merges on delete cascade,
  what text not null check (what in ('fact', 'decision', 'key')),
  ref text not null collate "C",
  primary key (merge_id, what, ref)
);

-- Old addresses lead to the person they were merged into.
create table redirects (
  from_person uuid primary key,
  into_person uuid not null,
  merge_id uuid not null references merges on delete cascade
);

create index redirects_into on redirects (into_person);

create index people_same_phone on people (right(regexp_replace(phone, '\D', '', 'g'), 9)) where phone is not null and not is_anonymous;

create index people_same_name on people (lower(name) collate "C") where name <> '' and not is_anonymous;

-- The last events each process received, for the page that shows whether a site sends. Written once a second at most.
create table tracking_tails (
  process uuid primary key,
  seen_at timestamptz not null,
  events jsonb not null
);

create table tracking_counts (
  day date not null,
  what text not null check (what in ('recorded', 'duplicate', 'bot', 'staff', 'refused')),
  n bigint not null,
  primary key (day, what)
);
