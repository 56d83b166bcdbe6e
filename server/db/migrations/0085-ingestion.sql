-- An event of a visitor changes their row in place: no index holds what every event changes, and each page keeps room for the new version.
drop index people_recent;

alter table people set (fillfactor = 75);

-- Visitors nobody knows are found by no search.
drop index people_search;

create index people_search on people using gin (search gin_trgm_ops) where not is_anonymous;

-- One index for "what was concluded of this fact" and for the conclusion itself.
alter table decisions drop constraint decisions_pkey, add primary key (person_id, fact_id, decision_id);

drop index decisions_fact;
