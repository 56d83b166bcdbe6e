-- Hosted forms ask for consents beside boxes that nobody ticked beforehand; wordings are kept in both languages.
alter table forms add column consents jsonb not null default '[]';
alter table consent_purposes add column name_fr text;
alter table consent_wordings add column wording_fr text;

update consent_purposes p set name_fr = said.french
from (values
  ('marketing-email', 'Marketing by e-mail', 'Offres et actualités par e-mail'),
  ('phone', 'Calls', 'Appels téléphoniques'),
  ('post', 'Letters', 'Courriers postaux'),
  ('profiling', 'Scoring of interest', 'Évaluation de l’intérêt'),
  ('analytics', 'Measuring of visits', 'Mesure des visites')
) as said(purpose, name, french) where p.purpose = said.purpose and p.name = said.name;
update consent_wordings w set wording_fr = said.french
from (values
  ('marketing-email', 'J’accepte de recevoir des actualités et des offres par e-mail. Je peux revenir sur ce choix à tout moment.'),
  ('phone', 'J’accepte d’être appelé(e) au sujet de ma demande. Je peux revenir sur ce choix à tout moment.'),
  ('post', 'J’accepte de recevoir des courriers. Je peux revenir sur ce choix à tout moment.'),
  ('profiling', 'J’accepte que mon intérêt soit évalué d’après mes actions sur ce site.'),
  ('analytics', 'J’accepte que mes visites soient mesurées.')
) as said(purpose, french) where w.purpose = said.purpose and w.version = 1;
