import { createHash } from 'node:crypto'

/** What booking pages add to the look of hosted forms. */
export const BOOKING_STYLE = `
main { width: min(100% - 2rem, 46rem); }
header { width: min(100% - 2rem, 46rem); }
.facts { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 0 0 1.25rem; padding: 0; list-style: none; color: var(--quiet); }
.choose { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.5rem; }
.choose > * { min-width: 0; }
@media (min-width: 40rem) { .choose { grid-template-columns: 15rem minmax(0, 1fr); gap: 2rem; } }
h2 { margin: 0 0 .75rem; font-size: 1rem; }
.days { display: flex; gap: .5rem; margin: 0; padding: 0 0 .5rem; list-style: none; overflow-x: auto; scroll-snap-type: x proximity; }
.days li { flex: none; scroll-snap-align: start; }
.days a { display: grid; gap: .1rem; min-width: 5.25rem; min-height: 48px; padding: .6rem .8rem; border: 1px solid var(--line); border-radius: 12px; color: inherit; text-decoration: none; text-align: center; }
.days small { color: var(--quiet); font-size: .8rem; }
.days a:hover, .times a:hover { border-color: var(--accent); }
.days a[aria-current] { background: var(--accent); border-color: var(--accent); color: var(--accent-ink); }
.days a[aria-current] small { color: inherit; opacity: .85; }
@media (min-width: 40rem) { .days { flex-direction: column; overflow: visible; padding: 0; } .days a { grid-template-columns: 1fr auto; align-items: baseline; text-align: left; } }
.times { display: grid; grid-template-columns: repeat(auto-fill, minmax(5.5rem, 1fr)); gap: .5rem; margin: 0; padding: 0; list-style: none; }
.times a { display: block; min-height: 48px; padding: .7rem .5rem; border: 1px solid var(--edge); border-radius: 10px; color: var(--accent); font-weight: 600; text-align: center; text-decoration: none; font-variant-numeric: tabular-nums; }

.turn { display: flex; justify-content: space-between; gap: 1rem; margin: 1rem 0 0; }
.turn:not(:has(a)) { display: none; }
.zone { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin: 1.75rem 0 0; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--quiet); font-size: .925rem; }
.zone label { margin: 0; font-weight: 400; }
.zone select { width: auto; max-width: 100%; min-height: 44px; flex: 1 1 12rem; }
.zone button { width: auto; min-height: 44px; margin: 0; padding: .4rem 1rem; background: none; color: var(--accent); border: 1px solid var(--edge); }
.chosen { display: grid; gap: .2rem; margin: 0 0 1.5rem; padding: 1rem 1.25rem; border: 1px solid var(--line); border-left: 4px solid var(--accent); border-radius: 8px; }
.chosen strong { font-size: 1.1rem; }
.chosen strong::first-letter, dd::first-letter, .days span::first-letter { text-transform: uppercase; }
dl.meeting { display: grid; grid-template-columns: auto 1fr; gap: .5rem 1.25rem; margin: 1.25rem 0; }
dl.meeting dt { color: var(--quiet); }
dl.meeting dd { margin: 0; overflow-wrap: anywhere; }
.acts { display: flex; flex-wrap: wrap; gap: .75rem; margin-top: 1.5rem; }
.button { display: inline-flex; align-items: center; justify-content: center; min-height: 48px; padding: .6rem 1.25rem; border-radius: 10px; font-weight: 650; text-decoration: none; background: var(--accent); color: var(--accent-ink); }
.button.plain { background: none; border: 1px solid var(--edge); color: var(--accent); }
details { margin-top: 1.5rem; border-top: 1px solid var(--line); padding-top: 1rem; }
summary { min-height: 44px; display: flex; align-items: center; cursor: pointer; color: var(--wrong); font-weight: 600; }
details button { background: var(--wrong); color: var(--card); margin-top: 1rem; }
.said dl.meeting dd, .said dl.meeting dt { font-size: 1rem; }
@media (max-width: 30rem) { header { padding-top: 1.25rem; } .card { padding: 1.25rem; border-radius: 12px; } .acts .button { flex: 1 1 100%; } }
`

/**
 * Shows times in the zone of the browser when the address names none, and follows the list of zones at once. Everything works
 * without it; it is allowed by its hash alone.
 */
export const ZONE_SCRIPT =
  "(()=>{const c=document.getElementById('zone');if(!c)return;c.addEventListener('change',()=>c.form.submit());const u=new URL(location.href);if(u.searchParams.has('zone'))return;let z='';try{z=Intl.DateTimeFormat().resolvedOptions().timeZone}catch{}if(z&&z!==c.value&&[...c.options].some(o=>o.value===z)){u.searchParams.set('zone',z);location.replace(u)}})()"

const hash = createHash('sha256').update(ZONE_SCRIPT).digest('base64')

/** A booking page may stand in a frame of any site; it needs no connection and no script but its own. */
export const BOOKING_POLICY = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; form-action 'self'; base-uri 'none'; frame-ancestors *`
