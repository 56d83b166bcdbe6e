export const en = { title: 'lead' }
