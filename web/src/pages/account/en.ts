export const en = { title: 'account' }
