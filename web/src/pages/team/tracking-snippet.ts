/** What a site pastes to tell of each page read: the Segment shape, without any library. */
export function siteSnippet(origin: string, writeKey: string): string {
  return `<script>
  (function () {
    function newId() { return crypto.randomUUID ? crypto.randomUUID() : Date.now() + '-' + String(Math.random()).slice(2) }
    var id = localStorage.getItem('ensemble-id') || newId()
    localStorage.setItem('ensemble-id', id)
    function send(path, body) {
      body.anonymousId = id
      body.messageId = newId()
      fetch('${origin}/v1/' + path, {
        method: 'POST',
        keepalive: true,
        headers: { 'content-type': 'application/json', authorization: 'Basic ' + btoa('${writeKey}:') },
        body: JSON.stringify(body),
      })
    }
    window.ensemble = {
      track: function (event, properties) { send('track', { event: event, properties: properties }) },
      identify: function (userId, traits) { send('identify', { userId: userId, traits: traits }) },
    }
    send('page', { properties: { path: location.pathname, url: location.href, referrer: document.referrer } })
  })()
</script>`
}

/** The same from a terminal. */
export function curlExample(origin: string, writeKey: string): string {
  return `curl -u ${writeKey}: ${origin}/v1/track -H 'content-type: application/json' \\
  -d '{"anonymousId":"test-1","event":"Form Submitted","properties":{"name":"price list","email":"ana@example.com"}}'`
}
