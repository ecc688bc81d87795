import { expect, it } from 'vitest'
import { isComparable, stateOf } from '#domain/quantity.ts'
import { aKnown, aMissing } from '../../support/data.ts'

it.each([
  ['40', 'exact', true],
  ['第二', 'rank', true],
  ['40余', 'at-least', false],
  ['约40', 'about', false],
  ['不超过40', 'at-most', false],
  ['前三', 'rank-within', false],
])('%s is %s, comparable: %s', (literal, state, comparable) => {
  expect(stateOf(aKnown(literal))).toBe(state)
  expect(isComparable(aKnown(literal))).toBe(comparable)
})

it.each(['pending', 'not-published', 'not-applicable', 'not-yet'] as const)(
  'a figure missing as %s has that state and is never comparable',
  (why) => {
    expect(stateOf(aMissing(why))).toBe(why)
    expect(isComparable(aMissing(why))).toBe(false)
  },
)
