-- What people wrote about others is searched by its words when somebody is erased.
create index facts_written on facts using gin (lower(data::text) gin_trgm_ops)
  where kind in ('note.written', 'need.stated', 'need.judged', 'call.made', 'call.received', 'call.answered',
    'email.sent', 'email.replied', 'email.auto_replied', 'email.bounced', 'message.sent', 'meeting.booked',
    'meeting.moved', 'meeting.cancelled', 'meeting.missed', 'meeting.held', 'referral.made', 'feedback.given',
    'feedback.answered', 'feedback.closed', 'feedback.reopened', 'lead.rejected', 'lead.disqualified', 'lead.returned',
    'lead.escalated', 'escalation.answered', 'lead.assigned', 'people.merged', 'merge.undone', 'deal.opened',
    'deal.changed', 'deal.moved', 'deal.won', 'deal.lost', 'deal.undecided', 'deal.explained',
    'deal.reopened', 'contract.signed');
