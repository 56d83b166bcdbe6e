export const fr = {
  score: {
    title: 'Les points, ligne à ligne',
    fit: 'qui ils sont',
    engagement: 'ce qu’ils ont fait',
    older: 'intérêt plus ancien, estompé',
    rest_one: '{{count}} autre ligne',
    rest_other: '{{count}} autres lignes',
    sum: 'profil {{fit}} + intérêt {{interest}}',
    fadedFrom: 'valait {{points}} sur le moment',
    fading:
      'L’intérêt s’estompe avec le temps : à gauche ce qu’une ligne valait sur le moment, à droite ce qu’il en reste. Les lignes font le total.',
    heading: 'Points',
    none: 'Pas encore de points.',
  },
}
