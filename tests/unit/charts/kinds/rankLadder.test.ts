import { expect, it } from 'vitest'
import { rankLadder } from '#charts/kinds/rankLadder.ts'
import { aKnown, aMissing } from '../../../support/data.ts'

const statesOf = (rungs: ReturnType<typeof rankLadder>) => rungs.map((rung) => `${rung.place} ${rung.state}`)

it.each([
  ['第一', ['1 at', '2 out', '3 out', '4 out']],
  ['第二', ['1 out', '2 at', '3 out', '4 out']],
  ['第五', ['1 out', '2 out', '3 out', '4 out', '5 at', '6 out']],
  ['前三', ['1 within', '2 within', '3 within', '4 out']],
  ['前五', ['1 within', '2 within', '3 within', '4 within', '5 within', '6 out']],
])('%s fills %j', (literal, rungs) => {
  expect(statesOf(rankLadder(aKnown(literal)))).toEqual(rungs)
})

it('前三 fills no rung, least of all the third', () => {
  expect(rankLadder(aKnown('前三')).filter((rung) => rung.state === 'at')).toEqual([])
})

it('always ends with a place that is worse than the printed one, because the last place is not known', () => {
  for (const literal of ['第一', '第四', '第十二', '前十'])
    expect(rankLadder(aKnown(literal)).at(-1)?.state).toBe('out')
})

it('a missing place fills nothing', () => {
  expect(statesOf(rankLadder(aMissing('not-published')))).toEqual(['1 out', '2 out', '3 out', '4 out'])
})
