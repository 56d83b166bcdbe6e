// What visitors of a company's site send: visits of five to ten page views, one visitor in ten fills the form on the way.
// `new`: every event comes from a browser nobody has seen, the worst case there is.

export type Shape = 'visits' | 'new'
type Visit = { visitor: number; left: number; formAt: number }

/** Visits going on at the same time. */
const VISITS = 400
const AGENT = 'Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36'

/** A source of events, each with a message id of its own. */
export function eventsOf(shape: Shape, run: string): () => Record<string, unknown> {
  let visitors = 0
  let made = 0
  const begin = (): Visit => {
    visitors += 1
    const views = shape === 'new' ? 1 : 5 + (visitors % 6)
    return { visitor: visitors, left: views, formAt: shape === 'visits' && visitors % 10 === 0 ? 1 : 0 }
  }
  // Visits are under way when the run begins: the first ones are cut, so that they do not all end together.
  const visits = Array.from({ length: VISITS }, (_, index) => {
    const visit = begin()
    visit.left = Math.max(1, visit.left - (index % 5))
    return visit
  })
  return () => {
    made += 1
    const place = made % VISITS
    let visit = visits[place]
    if (visit === undefined || visit.left === 0) visit = begin()
    visits[place] = visit
    visit.left -= 1
    const page = {
      path: `/p/${made % 97}`,
      url: `https://lume.example/p/${made % 97}`,
      title: 'Prices and plans',
      referrer: 'https://www.google.com/',
    }
    const says =
      visit.left + 1 === visit.formAt
        ? {
            type: 'track',
            event: 'Form Submitted',
            properties: {
              email: `v${visit.visitor}@firm${visit.visitor % 500}.example`,
              name: 'Ana Costa',
              form: 'demo',
            },
          }
        : { type: 'page', name: 'Prices', properties: page }
    return {
      ...says,
      messageId: `${run}-${made}`,
      anonymousId: `${run}-visitor-${visit.visitor}`,
      timestamp: new Date().toISOString(),
      context: { page, userAgent: AGENT, locale: 'en-GB', library: { name: 'analytics.js', version: 'next-1.84.3' } },
    }
  }
}
