-- What each clause decided lately, and the rows behind those numbers: counted from the index alone.

create index decisions_clause on decisions (version, clause, what, decided_at desc, decision_id desc) where clause is not null and revised_at is null;

create index decisions_kept on decisions (version, clause, decided_at) where what = 'clock.stopped' and revised_at is null and data ->> 'isKept' = 'true' and data ->> 'by' not in ('handed over', 'sent back', 'the person came back');

create index decisions_scored on decisions (decided_at desc, decision_id desc) where what = 'scored' and revised_at is null;

alter table agreements add column withdrawn_by uuid references users;

alter table agreements add column withdrawn_at timestamptz;
