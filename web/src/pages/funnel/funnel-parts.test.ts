import { describe, expect, it } from 'vitest'
import { cohortOfPreset, daysOf, PRESETS, presetOfCohort } from './cohort.ts'
import { writeCsv } from './write-csv.ts'

describe('periods of a cohort', () => {
  it('knows the quarters around a new year', () => {
    expect(cohortOfPreset('quarter', '2026-11-25')).toEqual({ from: '2026-10-01', to: '2027-01-01' })
    expect(cohortOfPreset('lastQuarter', '2026-02-10')).toEqual({ from: '2025-10-01', to: '2026-01-01' })
  })
  it('counts the days of a half-open period', () => {
    expect(daysOf({ from: '2018-01-01', to: '2018-05-01' })).toBe(120)
  })
  it('finds a preset again from its days', () => {
    for (const preset of PRESETS)
      expect(presetOfCohort(cohortOfPreset(preset, '2026-08-15'), '2026-08-15')).toBe(preset)
  })
})

describe('cells of a CSV', () => {
  it('cannot be run by a spreadsheet', () => {
    expect(writeCsv([['=1+1', '@x', '-2', '+3', 4, null]])).toBe("'=1+1,'@x,'-2,'+3,4,")
  })
  it('keep their commas, quotes and lines', () => {
    expect(writeCsv([['a,b', 'say "hi"', 'x\ny']])).toBe('"a,b","say ""hi""","x\ny"')
  })
})
