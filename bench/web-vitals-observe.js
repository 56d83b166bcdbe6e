/**
 * Runs in the page before everything else and keeps its vitals in `window.vitals`: the largest paint, the shifts that no
 * one caused (in windows of a second with at most five, as CLS is defined), and the slowest interaction.
 */
;(() => {
  const vitals = { lcpMs: 0, lcpOf: '', cls: 0, shifts: [], inpMs: 0, interactions: 0 }
  window.vitals = vitals
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      vitals.lcpMs = entry.startTime
      vitals.lcpOf = `${entry.element?.tagName ?? ''} “${entry.element?.textContent?.slice(0, 24) ?? ''}”`
    }
  }).observe({ type: 'largest-contentful-paint', buffered: true })
  let session = { value: 0, first: 0, last: 0 }
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.hadRecentInput) continue
      const isSame = entry.startTime - session.last < 1_000 && entry.startTime - session.first < 5_000
      session = isSame
        ? { value: session.value + entry.value, first: session.first, last: entry.startTime }
        : { value: entry.value, first: entry.startTime, last: entry.startTime }
      vitals.cls = Math.max(vitals.cls, session.value)
      const moved = entry.sources.map(({ node }) =>
        node instanceof Element ? `${node.tagName}.${node.className}` : '?',
      )
      vitals.shifts.push(
        `${entry.value.toFixed(4)} at ${entry.startTime.toFixed(0)} ms: ${moved.join(' ').slice(0, 120)}`,
      )
    }
  }).observe({ type: 'layout-shift', buffered: true })
  const seen = new Set()
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.interactionId === 0) continue
      seen.add(entry.interactionId)
      vitals.interactions = seen.size
      vitals.inpMs = Math.max(vitals.inpMs, entry.duration)
    }
  }).observe({ type: 'event', buffered: true, durationThreshold: 16 })
})()
