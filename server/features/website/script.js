;((d, w, n) => {
  // data-* of the script tag are the options; every name below is explained in docs/tracking.md.
  const tag = d.currentScript
  if (!tag || w.ensemble) return
  const opt = tag.dataset
  const to = `${new URL(tag.src).origin}/v1/batch`
  const is = (name) => name in opt && opt[name] !== 'false'
  const ID = 'ens_id'
  const KEEP = 'ens_keep'
  const params = () => new URLSearchParams(location.search)
  const isOptedOut = () => n.doNotTrack === '1' || w.doNotTrack === '1' || n.globalPrivacyControl === true
  const store = (name, value) => {
    try {
      if (value === undefined) return localStorage.getItem(name)
      if (value === null) localStorage.removeItem(name)
      else localStorage.setItem(name, value)
    } catch {}
    return null
  }
  const uuid = () =>
    w.crypto && crypto.randomUUID
      ? crypto.randomUUID()
      : 'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replace(/x/g, () => ((Math.random() * 16) | 0).toString(16))
  const staff = params().get('ensemble')
  if (staff === 'staff') store('ens_staff', '1')
  if (staff === 'visitor') store('ens_staff', null)

  let hasConsent = !is('consent') || store('ens_ok') === '1'
  let queue = []
  let sending = null
  let waits = 0
  let timer = 0
  let id = is('cookieless') ? uuid() : (store(ID) ?? '')
  let user = is('cookieless') ? '' : (store('ens_user') ?? '')
  let traits = {}
  let last = ''
  let previous = d.referrer

  const page = () => ({
    url: location.href.slice(0, 2000),
    path: location.pathname,
    search: location.search.slice(0, 500),
    title: d.title.slice(0, 300),
    referrer: previous,
  })
  const push = (type, more) => {
    if (isOptedOut()) return
    if (!id) {
      id = uuid()
      if (hasConsent && !is('cookieless')) store(ID, id)
    }
    const query = params()
    const campaign = {}
    for (const [key, value] of query)
      if (key.startsWith('utm_')) campaign[key === 'utm_campaign' ? 'name' : key.slice(4)] = value
    const person = query.get('ens_p')
    queue.push({
      type,
      messageId: uuid(),
      anonymousId: id,
      ...(user ? { userId: user } : {}),
      timestamp: new Date().toISOString(),
      ...more,
      context: {
        page: page(),
        campaign,
        traits,
        locale: n.language,
        library: { name: 'ensemble.js', version: '1' },
        ...(person ? { link: { person } } : {}),
        ...(store('ens_staff') || is('staff') ? { staff: { isStaff: true } } : {}),
      },
    })
    if (queue.length > 200) queue.shift()
    soon(200)
  }
  const soon = (ms) => {
    if (hasConsent && !timer) timer = setTimeout(flush, ms)
  }
  const body = (batch) => JSON.stringify({ writeKey: opt.key, sentAt: new Date().toISOString(), batch })
  const flush = () => {
    timer = 0
    if (!hasConsent || sending || queue.length === 0) return
    sending = queue.splice(0, 20)
    const done = (isSent) => {
      if (!isSent) queue = sending.concat(queue)
      sending = null
      waits = isSent ? 0 : Math.min(waits + 1, 8)
      if (queue.length) soon(isSent ? 200 : 500 * 2 ** waits)
    }
    fetch(to, {
      method: 'POST',
      body: body(sending),
      keepalive: true,
      credentials: 'omit',
      headers: { 'content-type': 'text/plain' },
    }).then(
      // What is refused as it stands is not sent again.
      (answer) => done(answer.status < 500 && answer.status !== 429),
      () => done(false),
    )
  }
  // A page that is left sends what waits; what could not be sent is kept for the next page of this site.
  const leave = () => {
    const rest = (sending ?? []).concat(queue)
    if (!hasConsent || rest.length === 0) return
    if (n.sendBeacon?.(to, body(rest.slice(0, 40)))) {
      queue = []
    } else if (!is('cookieless')) store(KEEP, JSON.stringify(rest.slice(0, 40)))
  }
  const view = () => {
    const here = location.pathname + location.search
    if (here === last) return
    push('page', { name: d.title.slice(0, 200), properties: page() })
    last = here
    previous = location.href
  }
  const track = (event, properties) => push('track', { event, properties })
  const identify = (userId, said) => {
    if (typeof userId === 'object') [userId, said] = ['', userId]
    traits = { ...traits, ...said }
    if (userId) {
      user = String(userId)
      if (!is('cookieless') && hasConsent) store('ens_user', user)
    }
    push('identify', { traits: said })
  }
  const onSubmit = ({ target: form }) => {
    const name = form.dataset?.ensemble
    if (!name && !is('forms')) return
    if (name === 'off') return
    const fields = {}
    const consents = []
    for (const field of form.elements) {
      const key = field.name
      const purpose = field.dataset.consentTo
      if (purpose) {
        const text = (field.labels?.[0]?.textContent || '').replace(/\s+/g, ' ').trim()
        if (field.checked) consents.push({ purpose, text: text.slice(0, 2000), language: d.documentElement.lang })
        continue
      }
      // Only what somebody wrote to be read: never passwords, cards, files or hidden fields.
      if (
        !key ||
        /password|file|hidden|submit|button/.test(field.type) ||
        /card|cvc|cvv|iban|passw|secret|token/i.test(key)
      )
        continue
      if (/^cc-/.test(field.autocomplete) || field.dataset.ensemble === 'off') continue
      if (/checkbox|radio/.test(field.type) && !field.checked) continue
      const known =
        /mail/i.test(key) || field.type === 'email'
          ? 'email'
          : /phone|tel/i.test(key) || field.type === 'tel'
            ? 'phone'
            : key
      fields[known] = String(field.value).slice(0, 2000)
    }
    track('Form Submitted', {
      ...fields,
      ...(consents[0] && { consents }),
      form: name || form.id || form.name || location.pathname,
    })
    flush()
  }
  const allow = (isAllowed = true) => {
    hasConsent = isAllowed
    if (is('cookieless')) return
    if (!isAllowed) {
      queue = []
      for (const name of [ID, 'ens_user', KEEP, 'ens_ok']) store(name, null)
      id = ''
      return
    }
    if (is('consent')) store('ens_ok', '1')
    if (id) store(ID, id)
    if (user) store('ens_user', user)
    flush()
  }

  const reset = () => {
    id = ''
    user = ''
    for (const name of [ID, 'ens_user']) store(name, null)
  }

  const kept = hasConsent && store(KEEP)
  if (kept) {
    store(KEEP, null)
    try {
      queue = JSON.parse(kept)
    } catch {}
  }
  for (const name of ['pushState', 'replaceState']) {
    const before = history[name]
    history[name] = function (...given) {
      const result = before.apply(this, given)
      setTimeout(view, 0)
      return result
    }
  }
  w.addEventListener('popstate', () => setTimeout(view, 0))
  d.addEventListener('submit', onSubmit, true)
  w.addEventListener('pagehide', leave)
  d.addEventListener('visibilitychange', () => d.visibilityState === 'hidden' && leave())
  w.addEventListener('online', flush)
  w.ensemble = {
    track,
    identify,
    page: view,
    consent: allow,
    id: () => id,
    reset,
  }
  if (d.prerendering) d.addEventListener('prerenderingchange', view, { once: true })
  else view()
})(document, window, navigator)
