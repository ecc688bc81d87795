// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { parseAddress, readAddress, watchAddress } from '#persistence/address.ts'

describe('parseAddress', () => {
  it.each([
    ['', '/'],
    ['#', '/'],
    ['#/', '/'],
    ['#/c/2', '/c/2'],
    ['/c/2', '/c/2'],
    ['#c/2', '/c/2'],
    ['#/i/legal-aid-cases', '/i/legal-aid-cases'],
    ['#/report/2023?at=legal-aid-cases', '/report/2023'],
    ['#/nowhere/at all', '/nowhere/at all'],
  ])('takes the path of %j', (hash, path) => {
    expect(parseAddress(hash).path).toBe(path)
  })

  it('is silent about what the address does not say', () => {
    expect(parseAddress('#/c/2')).toEqual({
      path: '/c/2',
      query: new Map(),
      year: null,
      theme: null,
      text: null,
    })
  })

  it('reads year, theme, text size and the rest of the query', () => {
    expect(parseAddress('#/compare?a=2023&b=2024&year=2024&theme=dark&text=large')).toEqual({
      path: '/compare',
      query: new Map(Object.entries({ a: '2023', b: '2024', year: '2024', theme: 'dark', text: 'large' })),
      year: 2024,
      theme: 'dark',
      text: 'large',
    })
  })

  it.each([
    ['light', 'light'],
    ['dark', 'dark'],
    ['projector', 'projector'],
    ['sepia', null],
    ['__proto__', null],
    ['', null],
  ])('takes the theme %j for %j', (theme, read) => {
    expect(parseAddress(`#/?theme=${theme}`).theme).toBe(read)
  })

  it.each([
    ['large', 'large'],
    ['standard', 'standard'],
    ['huge', null],
    ['constructor', null],
  ])('takes the text size %j for %j', (text, read) => {
    expect(parseAddress(`#/?text=${text}`).text).toBe(read)
  })

  it.each(['23', '2023.5', '1e3', '', 'latest', '%E4%BA%8C'])('takes %j for no year', (year) => {
    expect(parseAddress(`#/?year=${year}`).year).toBeNull()
  })

  it('does not stumble over a broken escape', () => {
    expect(parseAddress('#/data?q=%E4%ZZ&year=2023')).toMatchObject({ path: '/data', year: 2023 })
  })
})

describe('the address as it stands', () => {
  const go = (hash: string) => {
    window.location.hash = hash
    window.dispatchEvent(new HashChangeEvent('hashchange'))
  }

  it('is read from the window', () => {
    window.location.hash = '#/c/3?year=2023'
    expect(readAddress()).toMatchObject({ path: '/c/3', year: 2023 })
  })

  it('is told at every change until the watcher stops', () => {
    const seen: string[] = []
    const stop = watchAddress((address) => seen.push(address.path))
    go('#/c/1')
    go('#/data')
    stop()
    go('#/report')
    expect([...new Set(seen)]).toEqual(['/c/1', '/data'])
  })
})
