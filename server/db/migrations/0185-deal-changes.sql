-- Whose deals changed, by the transaction that did: what was counted once learns of changes without counting again. Kept for an hour.
create table deal_changes (
  person_id uuid not null,
  changed_in xid8 not null default pg_current_xact_id(),
  changed_at timestamptz not null default clock_timestamp()
);
create index deal_changes_in on deal_changes (changed_in);

-- A page is found where its order is an index, in the same directions; of a seller too.
drop index deals_newest;
create index deals_newest on deals (opened_at desc, person_id desc, deal_id desc);
drop index deals_largest;
create index deals_largest on deals (amount_key desc, person_id desc, deal_id desc);
drop index deals_closed;
create index deals_closed on deals (closed_at desc, person_id desc, deal_id desc) where status <> 'open';
drop index deals_owner;
create index deals_owner on deals (closer, close_key, person_id, deal_id) where status = 'open';
create index deals_owner_newest on deals (closer, opened_at desc, person_id desc, deal_id desc);
drop index deals_sums;
