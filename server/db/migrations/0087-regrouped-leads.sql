-- A lead's channel is how the present rules name the touch it came by, also where that touch was named anew.
create index facts_regrouped on facts (person_id) where regrouped is not null;
update leads l set channel = r.label
  from (
    select own.person_id, own.attempt, near.label from leads own
     cross join lateral (
       select coalesce(f.regrouped, f.channel) as label from facts f
        where f.person_id = own.person_id and (f.channel is not null or f.origin is not null or f.campaign is not null)
          and f.origin is not distinct from own.origin and f.campaign is not distinct from own.campaign
          and f.landing_page is not distinct from own.landing_page
        order by f.occurred_at <= own.opened_at desc, greatest(f.occurred_at - own.opened_at, own.opened_at - f.occurred_at), f.fact_id desc
        limit 1) near
     where own.person_id in (select g.person_id from facts g where g.regrouped is not null)
  ) r
 where l.person_id = r.person_id and l.attempt = r.attempt and l.channel is distinct from r.label;
