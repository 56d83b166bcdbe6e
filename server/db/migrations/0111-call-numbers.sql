-- Whoever calls is found by the end of their number, however it was written down.
create index people_phone_end on people (right(regexp_replace(phone, '[^0-9]', '', 'g'), 8)) where phone is not null;
