/** How the figures of the forecast are made, in words. */
export function forecastDefinitions(
  language: 'en' | 'fr',
  maturityDays: number,
  pastMonths: number,
  atLeast: number,
): Record<string, string> {
  if (language === 'fr')
    return {
      month:
        'Une affaire ouverte compte dans le mois de sa date de clôture. Sans date ou sans montant, elle ne compte dans aucun mois. Les devises ne s’additionnent jamais.',
      byStage:
        'Montant fois la probabilité de son étape dans l’accord ; sans probabilité dite, l’affaire est laissée de côté.',
      byHistory: `Montant fois la part des affaires passées par cette étape il y a au moins ${maturityDays} jours (le temps en lequel neuf affaires closes sur dix l’ont été) qui ont été gagnées, avec l’intervalle de Wilson à 95 %. À moins de ${atLeast} affaires, la part de tout le pipeline ; à moins encore, rien.`,
      bySeller: `Ce que disent les affaires de chacun, fois ce qui est venu de ce qu’elles disaient au début de chacun des ${pastMonths} derniers mois, avec un intervalle à 95 % par rééchantillonnage. À moins de ${atLeast} affaires, le rapport de tous.`,
      past: 'Dit : montants des affaires dont la date de clôture tombait dans le mois, tels qu’ils étaient à son début. Venu : montants gagnés dans le mois, y compris d’affaires qui n’étaient pas prévues.',
    }
  return {
    month:
      'An open deal counts in the month of its close date. Without a date or an amount it counts in none. Currencies are never added up.',
    byStage: 'Amount times the probability its stage has in the agreement; deals in a stage without one are left out.',
    byHistory: `Amount times the share of deals that reached the stage at least ${maturityDays} days ago (the time within which nine of ten closed deals were closed) and were won, with the 95 % Wilson interval. Below ${atLeast} deals, the share of the whole pipeline; below that, nothing.`,
    bySeller: `What each seller’s deals say, times what came of what they said at the beginning of each of the last ${pastMonths} months, with a 95 % bootstrap interval. Below ${atLeast} deals, the ratio of everybody.`,
    past: 'Said: amounts of deals whose close date lay in the month, as they stood when it began. Came: amounts won within the month, also of deals that were not foreseen.',
  }
}
