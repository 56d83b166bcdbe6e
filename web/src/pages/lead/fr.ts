export const fr = { title: 'lead' }
