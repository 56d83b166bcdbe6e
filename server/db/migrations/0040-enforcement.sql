-- What is enforced: running clocks by what runs out next, questions to the manager, feedback that waits for an answer, and
-- how far a new version has come with the clocks that were running.

alter table clocks add column term text not null default '';

alter table clocks add column is_breached boolean not null default false;

update clocks c set term = k.term, is_breached = k.is_breached from (
  select p.person_id, (p.state -> 'attempt' ->> 'number')::integer as attempt, each ->> 'name' as name,
         coalesce(each -> 'term' ->> 'text', '') as term, coalesce((each ->> 'isBreached')::boolean, false) as is_breached
    from people p cross join lateral jsonb_array_elements(p.state -> 'attempt' -> 'clocks') as each
   where jsonb_typeof(p.state -> 'attempt' -> 'clocks') = 'array'
) k where c.person_id = k.person_id and c.attempt = k.attempt and c.name = k.name;

create index clocks_due on clocks (due_at, person_id, name) where team = 'sales';

create index clocks_owner on clocks (owner, due_at, person_id, name) where owner is not null;

create index clocks_clause on clocks (clause, due_at, person_id, name);

alter table leads add column asked_at timestamptz;

alter table leads add column asked_by uuid;

alter table leads add column asked_note text;

create index leads_asked on leads (asked_at, person_id) where asked_at is not null and outcome = 'open';

create table feedbacks (
  person_id uuid not null,
  feedback_id uuid not null,
  attempt integer not null,
  given_at timestamptz not null,
  given_by uuid,
  verdict text not null check (verdict in ('good', 'bad', 'neutral')),
  campaign text,
  owner uuid,
  status text not null check (status in ('open', 'answered', 'closed')),
  due_at timestamptz,
  is_late boolean not null,
  answered_at timestamptz,
  answer_id uuid,
  closed_at timestamptz,
  primary key (person_id, feedback_id)
);

create index feedbacks_recent on feedbacks (given_at desc, feedback_id desc);

create index feedbacks_open on feedbacks (given_at desc, feedback_id desc) where status = 'open';

create index feedbacks_mine on feedbacks (given_by, given_at desc, feedback_id desc);

create table clock_changes (
  version integer primary key references agreements,
  from_at timestamptz not null,
  after_person uuid,
  people integer not null default 0,
  done_at timestamptz
);

drop index decisions_kept;

create index decisions_kept on decisions (version, clause, decided_at) where what = 'clock.stopped' and revised_at is null and data ->> 'isKept' = 'true' and data ->> 'by' not in ('handed over', 'sent back', 'the person came back', 'the agreement changed');
