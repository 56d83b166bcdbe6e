export const en = { title: 'today' }
