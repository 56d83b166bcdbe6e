-- A story is read from its newest fact on, a page at a time, however long it is.
create index facts_story on facts (person_id, occurred_at desc, fact_id desc);

-- What a story is asked for besides its pages: few rows, found without reading the rest of it.
create index facts_bounced on facts (person_id, occurred_at desc) where kind = 'email.bounced';

create index facts_competitors on facts (person_id, occurred_at desc) where kind in ('lead.disqualified', 'deal.opened', 'deal.changed', 'deal.moved', 'deal.won', 'deal.lost', 'deal.undecided', 'deal.explained');

-- What runs out first among everybody's leads, and those of nobody.
create index leads_due on leads (due_at, grade, opened_at desc, person_id) where outcome = 'open' and not is_history and (owner is not null or stage <> 'inquiry');

-- Leads of a colleague or a stage, newest first: the others are so many that reading on finds them.
create index leads_owner_newest on leads (owner, opened_at desc, person_id desc, attempt desc) where owner is not null;

create index leads_stage_newest on leads (stage, opened_at desc, person_id desc, attempt desc) where stage <> 'inquiry';

create index leads_due_unowned on leads (due_at, grade, opened_at desc, person_id) where outcome = 'open' and not is_history and owner is null and stage <> 'inquiry';
