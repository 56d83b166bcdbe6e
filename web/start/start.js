// Stands in the page itself and runs before the first paint: the colours, so that a dark page never flashes white, and the
// first questions to the server, so that their answers travel while the code does.
;((files) => {
  const kept = (key) => {
    try {
      return localStorage.getItem(key)
    } catch {
      return null
    }
  }
  const root = document.documentElement
  const media = matchMedia('(prefers-color-scheme: dark)')
  const paint = () => {
    const chosen = kept('ensemble-scheme') || 'auto'
    const isDark = chosen === 'dark' || (chosen === 'auto' && media.matches)
    root.setAttribute('data-mantine-color-scheme', isDark ? 'dark' : 'light')
  }
  paint()
  media.addEventListener('change', paint)
  addEventListener('storage', paint)

  const known = ['en', 'fr']
  const language =
    [kept('ensemble-language'), ...navigator.languages.map((one) => one.slice(0, 2))].find((one) =>
      known.includes(one),
    ) || 'en'
  const isToday = location.pathname === '/'
  for (const href of [...(files[language] || []), ...(isToday ? files.today : [])]) {
    document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href }))
  }
  const early = {}
  const isOpen = /^\/(sign-in|welcome|invitation)/.test(location.pathname)
  const first = (isToday && location.search === '' && kept('ensemble-first')) || '/api/session'
  for (const address of isOpen ? [] : first.split(' ')) {
    early[address] = fetch(address, { headers: { 'accept-language': language } })
    early[address].catch(() => {})
  }
  window.ensembleEarly = early
})(/* files */ { en: [], fr: [], today: [] })
