import { describe, expect, it } from 'vitest'
import { viewAddress, viewSearch } from './view-address.ts'

describe('what of an address is a view', () => {
  it.each([
    ['people', '', ''],
    ['people', '?stage=won&owner=nobody', '?owner=nobody&stage=won'],
    ['today', '?lead=0190&owner=all', '?owner=all'],
    ['today', '?lead=0190', ''],
    ['deals list', '?due=next%20step&person=1&deal=2&column=x', '?due=next+step'],
    ['deals list', '?text=caf%C3%A9', '?text=caf%C3%A9'],
  ] as const)('%s %s is %j', (page, address, view) => {
    expect(viewSearch(page, address)).toBe(view)
  })

  it('holds nothing but printable ASCII, as the server wants it', () => {
    expect(viewSearch('deals list', '?text=été à "Noël" #1&owner=me')).toMatch(/^\?[\x21-\x7e]*$/)
  })

  it('opens its page', () => {
    expect(viewAddress('deals list', '?owner=me')).toBe('/deals/list?owner=me')
    expect(viewAddress('today', '')).toBe('/')
  })
})
