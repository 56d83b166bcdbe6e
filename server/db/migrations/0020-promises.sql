-- What the board of promises reads of a period: leads by the day they qualified, were handed over and were closed, and who had a lead when.

create index leads_qualified on leads (qualified_at) where qualified_at is not null;

create index leads_routed on leads (routed_at) where routed_at is not null;

create index leads_closed on leads (closed_at) where closed_at is not null;

create index decisions_steps on decisions (person_id, attempt, what, decided_at desc) where what in ('qualified', 'routed') and revised_at is null;
