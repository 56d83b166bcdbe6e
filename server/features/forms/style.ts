/** The look of hosted forms: quiet, large enough for a thumb, light and dark by the reader's choice. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1b1f2a; --quiet: #5d6575; --paper: #f6f5f2; --card: #fff; --line: #d5d7de; --edge: #868c9c;
  --field: #fff; --accent: #3b4cca; --accent-ink: #fff; --wrong: #b3261e; --wrong-paper: #fdf1f0; --ring: #3b4cca55; }
@media (prefers-color-scheme: dark) { :root { --ink: #eceef4; --quiet: #a3abbb; --paper: #12141a; --card: #1a1d25; --line: #3a3f4d; --edge: #70778a;
  --field: #14161d; --accent: #aab4ff; --accent-ink: #14172b; --wrong: #ffb4ab; --wrong-paper: #32191a; --ring: #aab4ff55; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
header, main { width: min(100% - 2rem, 36rem); margin-inline: auto; }
header { display: flex; justify-content: space-between; align-items: baseline; gap: 1rem; padding: 2rem .25rem 1rem; }
.company { font-weight: 650; letter-spacing: -.01em; }
a { color: var(--accent); text-underline-offset: .2em; }
main { padding-bottom: 4rem; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 16px; padding: clamp(1.25rem, 5vw, 2.5rem); }
h1 { margin: 0 0 .5rem; font-size: clamp(1.6rem, 5vw, 2.1rem); line-height: 1.15; letter-spacing: -.02em; text-wrap: balance; }
.intro { margin: 0 0 1.75rem; color: var(--quiet); white-space: pre-line; text-wrap: pretty; }
.field { margin-top: 1.25rem; }
.pair { display: grid; gap: 0 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr)); }
label { display: block; margin-bottom: .35rem; font-weight: 550; }
label small { color: var(--quiet); font-weight: 400; font-size: .85em; }
input, select, textarea { width: 100%; min-height: 48px; padding: .65rem .8rem; font: inherit; color: inherit; background: var(--field);
  border: 1px solid var(--edge); border-radius: 10px; }
textarea { min-height: 8rem; resize: vertical; }
input:hover, select:hover, textarea:hover { border-color: var(--ink); }
:focus-visible { outline: 3px solid var(--ring); outline-offset: 1px; border-color: var(--accent); }
.check { display: flex; gap: .75rem; align-items: center; min-height: 48px; margin: 0; }
.check input { flex: none; width: 22px; min-height: 22px; height: 22px; accent-color: var(--accent); }
.consents { margin-top: 1.5rem; display: grid; gap: .75rem; }
.consents .check { align-items: flex-start; min-height: 0; padding: .35rem 0; font-weight: 400; line-height: 1.45; }
.wrong { margin: .35rem 0 0; color: var(--wrong); font-size: .925rem; }
.wrong::before { content: "! "; font-weight: 700; }
[aria-invalid="true"] { border-color: var(--wrong); border-width: 2px; }
.problems { margin: 0 0 1.5rem; padding: 1rem 1.25rem; background: var(--wrong-paper); border-left: 4px solid var(--wrong); border-radius: 8px; }
.problems h2 { margin: 0 0 .25rem; font-size: 1rem; }
.problems ul { margin: 0; padding-left: 1.2rem; }
.problems a { color: var(--wrong); }
button { width: 100%; min-height: 52px; margin-top: 1.75rem; padding: .75rem 1.5rem; font: inherit; font-weight: 650; color: var(--accent-ink);
  background: var(--accent); border: 0; border-radius: 10px; cursor: pointer; }
button:hover { filter: brightness(1.08); }
.trap { position: absolute; left: -9999px; width: 1px; height: 1px; overflow: hidden; }
.said p { margin: .5rem 0; color: var(--quiet); }
@media (forced-colors: active) { .card, .problems { border: 1px solid; } }
`
