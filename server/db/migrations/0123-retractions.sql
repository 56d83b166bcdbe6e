-- What was taken back is looked up with every page of a story: few rows, found without reading the rest of it.
create index facts_retracted on facts (person_id) where kind = 'fact.retracted';
