import { type Html, html } from '../forms/html.ts'
import type { PersonExport } from './export-person.ts'

function cell(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'object' ? JSON.stringify(value, undefined, 1) : String(value)
}

function table(rows: readonly unknown[]): Html {
  const records = rows.map((row) => Object.entries(typeof row === 'object' && row !== null ? row : {}))
  const heads = records[0]?.map(([key]) => key) ?? []
  return html`<table><thead><tr>${heads.map((head) => html`<th>${head}</th>`)}</tr></thead><tbody>
${records.map((cells) => html`<tr>${cells.map(([, value]) => html`<td>${cell(value)}</td>`)}</tr>`)}</tbody></table>`
}

/** The same as a page that anybody can read. */
export function exportPage({ exportedAt, parts }: PersonExport): Html {
  return html`<!doctype html><html lang="en"><meta charset="utf-8"><title>What is held about you</title>
<style>body{font:14px/1.45 system-ui;margin:2rem;color:#1c1b19}table{border-collapse:collapse;margin:0 0 2rem}td,th{border-bottom:1px solid #ddd;padding:.3rem .6rem;text-align:left;vertical-align:top;white-space:pre-wrap;overflow-wrap:anywhere;max-width:40rem}h2{text-transform:capitalize}</style>
<h1>What is held about you</h1><p>${exportedAt}</p>
${Object.entries(parts).map(([name, rows]) => (rows.length === 0 ? null : html`<h2>${name.replaceAll('_', ' ')} (${String(rows.length)})</h2>${table(rows)}`))}</html>`
}
