// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest'
import { localSentinel } from '#persistence/sentinel.ts'

const KEY = 'log/1/'
const post = localSentinel(KEY)

afterEach(() => {
  vi.restoreAllMocks()
  localStorage.clear()
})

it('gives back what was noted', () => {
  expect(post.read()).toBeNull()
  post.write({ last: 7, count: 6, unreadable: 1 })
  expect(post.read()).toEqual({ last: 7, count: 6, unreadable: 1 })
  post.write({ last: 0, count: 0, unreadable: 0 })
  expect(post.read()).toEqual({ last: 0, count: 0, unreadable: 0 })
})

it.each([
  '',
  'rubbish',
  'null',
  '7',
  '[]',
  '{}',
  '{"last":7}',
  '{"last":7,"count":6,"unreadable":"1"}',
  '{"last":-7,"count":6,"unreadable":1}',
  '{"last":7.5,"count":6,"unreadable":1}',
  '{"last":1e999,"count":6,"unreadable":1}',
  '{"last":7,"count":6,"unreadable":1,"__proto__":{}}',
])('takes %j for no note at all, so that no loss is cried', (stored) => {
  localStorage.setItem(KEY, stored)
  expect(post.read()).toBeNull()
})

it('does without where the storage is refused or full', () => {
  const refuse = () => {
    throw new DOMException('refused', 'SecurityError')
  }
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(refuse)
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse)
  expect(() => post.write({ last: 1, count: 1, unreadable: 0 })).not.toThrow()
  expect(post.read()).toBeNull()
})
