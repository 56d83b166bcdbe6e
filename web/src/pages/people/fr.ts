export const fr = { title: 'people' }
