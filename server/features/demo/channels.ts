/** Where people come from: volume, and how good they are, as a factor on the odds that a conversation leads somewhere. */
export const CHANNELS = {
  'organic search': {
    share: 24,
    quality: 1.05,
    origin: 'search',
    pages: ['/', '/guides/first-visit-fix', '/guides/planning-board', '/guides/on-call'],
  },
  'paid search': { share: 22, quality: 0.9, origin: 'search ads', pages: ['/lp/planning', '/lp/dispatch', '/pricing'] },
  social: { share: 15, quality: 0.55, origin: 'social ads', pages: ['/lp/five-signs', '/lp/calculator'] },
  email: {
    share: 10,
    quality: 1,
    origin: 'newsletter',
    pages: ['/news/spring', '/webinars/parts-in-the-van', '/guides/planning-board'],
  },
  event: { share: 8, quality: 1.2, origin: 'trade fair', pages: ['/fairs'] },
  referral: { share: 6, quality: 2.1, origin: 'customer', pages: ['/friends', '/pricing'] },
  direct: { share: 11, quality: 1.25, origin: 'direct', pages: ['/', '/pricing', '/contact'] },
  partner: { share: 4, quality: 1.4, origin: 'integrator', pages: ['/partners/works-with', '/contact'] },
} as const

export type ChannelName = keyof typeof CHANNELS
export const CHANNEL_NAMES = Object.keys(CHANNELS).filter((name): name is ChannelName => Object.hasOwn(CHANNELS, name))
