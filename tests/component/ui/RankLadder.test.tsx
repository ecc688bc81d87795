import { render, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { RankLadder } from '#ui/RankLadder.tsx'
import { aFrame } from '../../support/charts.ts'
import { aDataset, anIndicator, asYear } from '../../support/data.ts'
import { figuresIn } from '../../support/render.tsx'

function show(cell: string, doubtful = false) {
  const dataset = aDataset({
    indicators: [anIndicator({ id: 'place', kind: 'rank', unit: '位' })],
    figures: { place: { 2023: cell } },
    details: { place: { doubtful } },
  })
  const frame = aFrame(dataset, ['place'], 2023)
  const { container } = render(
    <RankLadder frame={frame} dataset={dataset} year={asYear(2023)} label="全市名次" />,
  )
  return within(container).getByRole('list', { name: '全市名次' })
}

const rungs = (list: HTMLElement, state: string) =>
  [...list.querySelectorAll(`.rung.${state}`)].map((rung) => rung.textContent)

describe('RankLadder', () => {
  it('fills the printed place', () => {
    expect(rungs(show('第二'), 'at')).toEqual(['2'])
  })

  it('outlines the places a bound leaves open, and fills none', () => {
    const list = show('前三')
    expect(rungs(list, 'within')).toEqual(['1', '2', '3'])
    expect(rungs(list, 'at')).toEqual([])
  })

  it.each([
    ['第二', 'rank', '第2位'],
    ['前三', 'rank-within', '前三位之内'],
    ['未公布', 'not-published', '未公布'],
  ])('says %s in words beside the ladder', (cell, state, text) => {
    expect(figuresIn(show(cell))).toEqual([{ id: 'place', year: 2023, state, text }])
  })

  it('hides the rungs from screen readers, which have the words', () => {
    expect(show('第二').querySelector('.rungs')).toHaveAttribute('aria-hidden', 'true')
  })

  it('names the chapter beside the name, and doubt where there is some', () => {
    expect(show('第二')).toHaveTextContent('简称place一 · 第1章')
    expect(show('第二')).not.toHaveTextContent('待核')
    expect(show('第二', true)).toHaveTextContent('待核')
  })
})
