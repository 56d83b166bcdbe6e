/** The reasons given in the shipped agreement, as a French company reads them. Checked to be complete by a test. */
export const DEFAULT_WORDS_FR: Readonly<Record<string, string>> = {
  'Our marketing and sales agreement': 'Notre accord entre le marketing et les ventes',
  'below fifty people a first year rarely pays': 'sous cinquante personnes, la première année est rarement rentable',
  'they can say yes or bring the one who can': 'ils décident, ou amènent la personne qui décide',
  'a conversation is what we sell with': 'c’est en parlant que nous vendons',
  'we know which company it is': 'nous savons de quelle entreprise il s’agit',
  'private addresses seldom buy for a company': 'une adresse privée achète rarement pour une entreprise',
  'they asked': 'ils ont demandé',
  'mail programs open mail by themselves': 'les messageries ouvrent les messages toutes seules',
  'who asks for a call gets one': 'qui demande un appel le reçoit',
  'a two-way contact': 'un échange dans les deux sens',
  'an open deal': 'une affaire ouverte',
  'a signed contract or a payment': 'un contrat signé ou un paiement',
  'a small team can work these': 'c’est ce qu’une petite équipe peut traiter',
  'sales goes on telling only those who listen': 'les ventes ne parlent qu’à ceux qui écoutent',
  'a seller who knows neither loses the first minute': 'sans l’un ni l’autre, le vendeur perd la première minute',
  'within the hour a lead is several times as likely to qualify':
    'rappelé dans l’heure, un prospect a plusieurs fois plus de chances d’aboutir',
  'half of all leads are given up after one call': 'la moitié des prospects sont abandonnés après un seul appel',
}
