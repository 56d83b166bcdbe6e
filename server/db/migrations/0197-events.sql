-- An event is a campaign of the tactic "event": here is what only events have. Who was there stands in the stories (event.attended).

create table events (
  campaign_id uuid primary key references campaigns on delete cascade,
  place text not null default '',
  -- The campaign it belongs to.
  part_of uuid references campaigns on delete set null check (part_of is distinct from campaign_id),
  updated_by uuid references users on delete set null,
  updated_at timestamptz not null
);

-- Who of us was there.
create table event_staff (
  campaign_id uuid not null references campaigns on delete cascade,
  user_id uuid not null references users on delete cascade,
  primary key (campaign_id, user_id)
);
