-- Messages that were answered while the house was busy, until they have become facts. A row holds those of one commit, one a line; they have been
-- checked and have their ids. One that cannot be taken in stands alone, with why and since when.
create table inbox (
  inbox_id bigint generated always as identity primary key,
  received_at timestamptz not null,
  messages integer not null check (messages > 0),
  body text not null,
  failed_at timestamptz,
  why text
);

-- Read once and gone: packing it would cost more than it saves.
alter table inbox alter column body set storage external;

-- It is emptied as fast as it fills: its size says nothing of what died in it.
alter table inbox set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 100000);
