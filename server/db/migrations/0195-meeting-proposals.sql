-- A guest proposes another time in their calendar program (iCalendar METHOD:COUNTER). One proposal is open at a time: the last one.

alter table meetings
  add column proposed_start timestamptz,
  add column proposed_end timestamptz,
  add column proposed_at timestamptz,
  add column proposed_comment text,
  -- When the last proposal that was answered had been written: the same mail read again asks nothing again.
  add column proposal_answered_at timestamptz,
  add constraint meetings_proposal check ((proposed_start is null) = (proposed_at is null) and proposed_end > proposed_start);

create index meetings_proposed on meetings (host, proposed_at) where proposed_at is not null;
