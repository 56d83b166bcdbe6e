-- What people answered to "How did you hear of us?", found without reading what else they did.
create index facts_heard on facts (person_id, occurred_at)
  where kind in ('form.submitted', 'person.identified') and coalesce(data -> 'fields' ->> 'heardFrom', data -> 'traits' ->> 'heardFrom') <> '';
