export const en = { title: 'people' }
