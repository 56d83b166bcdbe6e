-- One statement per query when run (a blank line ends a statement).
-- The agreement's routing, whole: owners of companies, languages and skills of people, turns given back, leads handed on.

alter table accounts add column owner uuid references users;

create index accounts_owner on accounts (owner) where owner is not null;

alter table users add column languages text[] not null default '{}', add column skills text[] not null default '{}';

-- The rejection that gave turn and limit back, and whether the lead itself was taken for such a turn.
alter table hand_offs add column given_back_by uuid, add column is_credit boolean not null default false;

create index hand_offs_given_back on hand_offs (person_id) where given_back_by is not null;

create index hand_offs_recent on hand_offs (at);

-- Turns given back and not used yet; how far a person of a pool with weights is served in its rounds.
alter table turns add column credits integer not null default 0, add column served_until double precision;

create table rounds (
  pool text primary key,
  now double precision not null
);

-- Somebody left, or is away for long: their open leads go to somebody else.
create table reroutes (
  reroute_id uuid primary key,
  user_id uuid not null references users on delete cascade,
  why text not null check (why in ('deactivated', 'away')),
  absence_id uuid references absences on delete cascade,
  status text not null check (status in ('planned', 'running', 'done', 'cancelled')),
  begins_at timestamptz not null,
  total integer not null default 0,
  done integer not null default 0,
  waiting integer not null default 0,
  created_by uuid references users,
  created_at timestamptz not null default now(),
  finished_at timestamptz
);

create index reroutes_user on reroutes (user_id, created_at desc);

create index reroutes_open on reroutes (begins_at) where status in ('planned', 'running');

-- Who had an open lead so far, as the story tells it: they are not asked again.
update people p set state = jsonb_set(p.state, '{attempt,hadBy}', coalesce((
  select jsonb_agg(w.who order by w.last) from (
    select d.data->>'to' as who, max(d.decided_at) as last from decisions d
    where d.person_id = p.person_id and d.what = 'routed' and d.revised_at is null and d.attempt = (p.state->'attempt'->>'number')::int
    group by 1
  ) w), '[]'))
where jsonb_typeof(p.state->'attempt') = 'object' and not (p.state->'attempt' ? 'hadBy');
