-- Scores learned from outcomes, each kept under its name and never changed.
create table models (
  name text primary key check (name ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$'),
  kind text not null,
  target text not null,
  positive text not null,
  -- Where its rows came from: the name of a file, or the company's own history.
  source text not null,
  rows_from timestamptz,
  rows_to timestamptz,
  model jsonb not null,
  -- Everything that was measured: figures, curves, fields, warnings.
  report jsonb not null,
  created_by uuid references users on delete set null,
  created_at timestamptz not null
);

-- Points of clauses that fade at a pace of their own, as they stood at engagement_at: [{halfLifeMs, points}].
alter table leads add column fading jsonb;
create index leads_fading on leads ((1)) where fading is not null;

-- The lead source as the agreement named it when the row was written.
alter table leads add column source_name text;
