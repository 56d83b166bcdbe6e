import { describe, expect, it } from 'vitest'
import { emptyWeek, hoursOfWeek, problemOfDay, problemOfWeek, readWeek, usualWeek, writeWeek } from './week-hours.ts'

describe('working hours of a week', () => {
  it('reads ranges and lists of days', () => {
    const week = readWeek({ 'mon-wed': ['9:00-12:00'], 'sat, sun': ['10:00-11:00'] })
    expect(week.tue).toEqual([{ from: '09:00', to: '12:00' }])
    expect(week.thu).toEqual([])
    expect(week.sun).toEqual([{ from: '10:00', to: '11:00' }])
  })
  it('writes what it reads', () => {
    expect(readWeek(writeWeek(usualWeek()))).toEqual(usualWeek())
  })
  it('counts 40 hours in the usual week', () => {
    expect(hoursOfWeek(usualWeek())).toBe(40)
  })
  it('names what is wrong', () => {
    expect(problemOfDay([{ from: '09:00', to: '08:00' }])).toBe('order')
    expect(
      problemOfDay([
        { from: '09:00', to: '12:00' },
        { from: '11:00', to: '13:00' },
      ]),
    ).toBe('overlap')
    expect(problemOfDay([{ from: '9h', to: '12:00' }])).toBe('time')
    expect(problemOfWeek(emptyWeek())).toBe('empty')
  })
})
