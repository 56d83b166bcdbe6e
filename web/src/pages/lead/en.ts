export const en = {
  score: {
    title: 'Score, line by line',
    fit: 'who they are',
    engagement: 'what they did',
    older: 'older interest, faded',
    rest_one: '{{count}} more line',
    rest_other: '{{count}} more lines',
    sum: 'fit {{fit}} + interest {{interest}}',
    fadedFrom: 'was {{points}} when it happened',
    fading:
      'Interest fades with time: on the left what a line was worth when it happened, on the right what is left of it now. The lines add up to the total.',
    heading: 'Score',
    none: 'No points yet.',
  },
}
