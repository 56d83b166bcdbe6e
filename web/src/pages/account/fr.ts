export const fr = { title: 'account' }
