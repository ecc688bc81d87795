// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { draftShelf } from '#persistence/drafts.ts'

const SUBJECT = 'figure|legal-aid-cases|2024'

beforeEach(() => window.history.replaceState(null, '', '/indicators/'))
afterEach(() => {
  vi.restoreAllMocks()
  localStorage.clear()
})

/** The key of the one draft there is. */
const keyInUse = (): string => localStorage.key(0) ?? ''

it('gives begun forms back by what they are about', () => {
  const shelf = draftShelf()
  shelf.write(SUBJECT, { value: '2290', reason: '核对' })
  shelf.write('plan|2023|打算|1', { nextQuote: '示例' })
  expect(draftShelf().read()).toEqual(
    new Map([
      [SUBJECT, { value: '2290', reason: '核对' }],
      ['plan|2023|打算|1', { nextQuote: '示例' }],
    ]),
  )
})

it('has written before it returns', () => {
  draftShelf().write(SUBJECT, { value: '2' })
  expect(localStorage.getItem(keyInUse())).toBe('{"value":"2"}')
})

it('forgets a form that was sent', () => {
  const shelf = draftShelf()
  shelf.write(SUBJECT, { value: '2290' })
  shelf.write(SUBJECT, null)
  expect(shelf.read().size).toBe(0)
  expect(localStorage).toHaveLength(0)
})

it('leaves the form of another window alone', () => {
  const [one, two] = [draftShelf(), draftShelf()]
  one.write(SUBJECT, { value: '1' })
  two.write('year|2024', { after: 'finished' })
  one.write(SUBJECT, { value: '12' })
  expect(draftShelf().read().size).toBe(2)
})

it('keeps the copies of the app apart, and other programs’ data', () => {
  localStorage.setItem('another program', '{"value":"1"}')
  draftShelf().write(SUBJECT, { value: '1' })
  window.history.replaceState(null, '', '/indicators/copy/')
  expect(draftShelf().read().size).toBe(0)
  window.history.replaceState(null, '', '/indicators/index.html')
  expect(draftShelf().read().size).toBe(1)
})

it.each([
  '',
  'rubbish',
  'null',
  '[]',
  '{}',
  '"text"',
  '{"value":5}',
  '{"value":null}',
  `{"value":"${'x'.repeat(1_000_000)}"}`,
])('leaves out a draft that is no longer a form, and reads the others', (stored) => {
  const shelf = draftShelf()
  shelf.write(SUBJECT, { value: '1' })
  const key = keyInUse()
  shelf.write('year|2024', { after: 'finished' })
  localStorage.setItem(key, stored)
  expect([...shelf.read().keys()]).toEqual(['year|2024'])
})

it('takes a field called __proto__ for a field', () => {
  const shelf = draftShelf()
  shelf.write(SUBJECT, { value: '1' })
  localStorage.setItem(keyInUse(), '{"__proto__":"x"}')
  expect(Object.entries(shelf.read().get(SUBJECT) ?? {})).toEqual([['__proto__', 'x']])
})

it('loses only the draft where the storage is refused or full', () => {
  const refuse = () => {
    throw new DOMException('full', 'QuotaExceededError')
  }
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse)
  vi.spyOn(Storage.prototype, 'removeItem').mockImplementation(refuse)
  const shelf = draftShelf()
  expect(() => shelf.write(SUBJECT, { value: '1' })).not.toThrow()
  expect(() => shelf.write(SUBJECT, null)).not.toThrow()
  vi.spyOn(Storage.prototype, 'key').mockImplementation(refuse)
  expect(shelf.read().size).toBe(0)
})
