-- What people need as this company knows it: where on its site one reads about it, and how it is said. `names` and `phrases` are by language.
create table need_topics (
  topic text primary key check (topic ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  names jsonb not null,
  pages text[] not null default '{}',
  phrases jsonb not null default '{}',
  lost_reasons text[] not null default '{}',
  is_active boolean not null default true,
  updated_by uuid references users on delete set null,
  updated_at timestamptz not null default now()
);

create index facts_needs on facts (occurred_at desc, person_id) where kind in ('need.stated', 'need.judged');

insert into need_topics (topic, names, pages, phrases, lost_reasons) values
  ('price', '{"en": "know what it costs", "fr": "savoir ce que cela coûte"}', '{"/pricing*", "/price*", "/tarif*", "/*/pricing*", "/*/tarif*"}',
   '{"en": ["how much", "too expensive", "what does it cost", "our budget"], "fr": ["combien", "trop cher", "quel prix", "notre budget"]}', '{"price", "no budget"}'),
  ('proof', '{"en": "see that it works elsewhere", "fr": "voir que cela marche ailleurs"}', '{"/customers*", "/case*", "/reference*", "/clients*", "/temoignages*"}',
   '{"en": ["who else uses", "a reference", "other customers"], "fr": ["qui d''autre", "des références", "d''autres clients"]}', '{}'),
  ('integration', '{"en": "works with what they have", "fr": "marche avec ce qu’ils ont"}', '{"/integration*", "/api*", "/docs*", "/connecteur*"}',
   '{"en": ["connect to", "integrate with", "our erp", "our crm"], "fr": ["s''intègre", "connecter à", "notre erp", "notre crm"]}', '{"a function is missing"}'),
  ('security', '{"en": "data in safe hands", "fr": "des données en lieu sûr"}', '{"/security*", "/privacy*", "/gdpr*", "/securite*", "/rgpd*"}',
   '{"en": ["where is the data", "gdpr", "iso 27001"], "fr": ["où sont les données", "rgpd", "iso 27001"]}', '{}'),
  ('switching', '{"en": "change over without risk", "fr": "changer sans risque"}', '{"/migration*", "/onboarding*", "/demarrage*"}',
   '{"en": ["how long does it take", "move our data", "migrate"], "fr": ["combien de temps", "reprendre nos données", "migrer"]}', '{"no decision"}');
