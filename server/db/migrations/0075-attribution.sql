-- What arrived since a moment is found without reading all that came before.
create index facts_recorded on facts using brin (recorded_at) with (pages_per_range = 32, autosummarize = on);

-- Addresses that no longer have a story of their own: visitors who turned out to be somebody, people who were erased.
create table people_gone (
  person_id uuid not null,
  gone_at timestamptz not null default clock_timestamp()
);

create index people_gone_at on people_gone (gone_at);

-- What was tried where touches cannot be logged: some saw it, some did not; some regions had it, some did not.
create table lift_tests (
  lift_test_id uuid primary key,
  campaign_id uuid not null references campaigns on delete cascade,
  name text not null,
  design text not null check (design in ('holdout', 'regions')),
  -- What was counted, in the words of who ran it: leads, signed contracts, visits to shops.
  outcome text not null,
  -- Arms with their counts, or regions before and after.
  groups jsonb not null,
  note text not null default '',
  created_by uuid references users on delete set null,
  created_at timestamptz not null
);

create index lift_tests_campaign on lift_tests (campaign_id, created_at desc);
