type Notes = { zone: string; version: number; hasValue: boolean }
type Words = {
  days(zone: string, version: number): string
  deliveries: string
  value: string
  sales: string
  delays: string
}

const ENGLISH: Words = {
  days: (zone, version) =>
    `Days begin and end in ${zone}; the promises are those of version ${version}, working days those of its calendar.`,
  deliveries:
    'A lead counts on the day it qualified, with the grade it then had. A part of a week or month owes its part of the working days; of today, as much is due as of its working time is over.',
  value:
    'A lead is worth the chance that leads of its letter and channel are won, times what such a deal brings, both pulled towards the average where there are few (k = 20), learnt from leads of two years old enough to have been won.',
  sales:
    'A promise counts when it is kept or broken in the period; what may still be kept is in no rate. A lead given to somebody else in time counts for neither. It counts for whoever had the lead then. Rates carry a 95 % Wilson interval.',
  delays:
    'The human delay runs from being assigned to the first human touch, automatic mail not counting; the system delay from qualifying to being assigned. Both are medians. What a lead lacks at hand-off is read from what is known of it today.',
}

const FRENCH: Words = {
  days: (zone, version) =>
    `Les jours sont ceux de ${zone} ; les engagements sont ceux de la version ${version}, les jours ouvrés ceux de son calendrier.`,
  deliveries:
    'Un prospect compte le jour où il s’est qualifié, avec la note qu’il avait alors. Une partie de semaine ou de mois doit sa part des jours ouvrés ; du jour même est due la part du temps de travail déjà passée.',
  value:
    'Un prospect vaut la chance que ceux de sa lettre et de son canal soient gagnés, multipliée par ce que rapporte une telle affaire ; les deux sont ramenées vers la moyenne quand il y en a peu (k = 20), d’après les prospects de deux ans assez anciens pour avoir été gagnés.',
  sales:
    'Un engagement compte quand il est tenu ou rompu dans la période ; ce qui peut encore être tenu n’entre dans aucun taux. Un prospect confié à temps à quelqu’un d’autre ne compte pour aucun des deux. Il compte pour qui en avait alors la charge. Les taux portent un intervalle de Wilson à 95 %.',
  delays:
    'Le délai humain va de l’attribution au premier contact humain, les e-mails automatiques ne comptant pas ; le délai du système, de la qualification à l’attribution. Ce sont des médianes. Ce qui manque à la transmission est lu dans ce qu’on sait aujourd’hui du prospect.',
}

/** How the board is counted, in words that can stand beside the numbers. */
export function describePromises({ zone, version, hasValue }: Notes, locale: 'en' | 'fr'): string {
  const words = locale === 'fr' ? FRENCH : ENGLISH
  return [words.days(zone, version), words.deliveries, hasValue ? words.value : null, words.sales, words.delays]
    .filter((each) => each !== null)
    .join(' ')
}
