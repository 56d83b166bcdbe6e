-- A call nobody took from a number nobody is known by: called back, or not for us. Until then it waits on Today.

alter table incoming_calls
  add column settled_as text check (settled_as in ('called back', 'not for us')),
  add column settled_at timestamptz,
  add column settled_by uuid references users on delete set null;

create index incoming_calls_unknown on incoming_calls (from_number, at desc) where person_id is null and from_number is not null;
