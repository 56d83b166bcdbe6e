export const fr = { title: 'today' }
