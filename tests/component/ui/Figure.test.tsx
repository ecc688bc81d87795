import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Quantity } from '#domain/quantity.ts'
import { Figure, indicatorPath } from '#ui/Figure.tsx'
import { HrefContext } from '#ui/link.tsx'
import { aKnown, aMissing, anIndicator, asYear } from '../../support/data.ts'
import { figuresIn } from '../../support/render.tsx'

const show = (quantity: Quantity, unit = '件', props: { unitLabel?: string; linked?: boolean } = {}) =>
  render(
    <Figure
      indicator={anIndicator({ unit })}
      year={asYear(2023)}
      quantity={quantity}
      size="card"
      {...props}
    />,
  ).container

describe('Figure', () => {
  it.each([
    [aKnown('2138'), '件', 'exact', '2138件'],
    [aKnown('12345'), '件', 'exact', '12,345件'],
    [aKnown('40余'), '场', 'at-least', '≥40场'],
    [aKnown('约60'), '次', 'about', '≈60次'],
    [aKnown('不超过6'), '日', 'at-most', '≤6日'],
    [aKnown('第二'), '位', 'rank', '第2位'],
    [aKnown('前三'), '位', 'rank-within', '前三位之内'],
    [aMissing('pending'), '件', 'pending', '待录入'],
    [aMissing('not-published'), '件', 'not-published', '未公布'],
    [aMissing('not-applicable'), '件', 'not-applicable', '不适用'],
    [aMissing('not-yet'), '件', 'not-yet', '当年尚无此项'],
  ] as const)('shows %j %s as %s: %s', (quantity, unit, state, text) => {
    expect(figuresIn(show(quantity, unit))).toEqual([{ id: 'cases', year: 2023, state, text }])
  })

  it('never shows a number for a missing figure', () => {
    for (const why of ['pending', 'not-published', 'not-applicable', 'not-yet'] as const)
      expect(show(aMissing(why)).textContent).not.toMatch(/\d/)
  })

  it('leads to the page of its figure, by the address the shell gives', () => {
    render(
      <HrefContext value={(path) => `#${path}?year=2023`}>
        <Figure indicator={anIndicator()} year={asYear(2023)} quantity={aKnown('5')} size="line" />
      </HrefContext>,
    )
    expect(screen.getByRole('link', { name: '5件' })).toHaveAttribute('href', '#/i/cases?year=2023')
  })

  it('is no link where the link stands beside it', () => {
    show(aKnown('5'), '件', { linked: false })
    expect(screen.queryByRole('link')).toBeNull()
  })

  it('has another word than the unit where a label is given', () => {
    expect(show(aKnown('13'), '个', { unitLabel: '镇街' })).toHaveTextContent('13镇街')
    expect(show(aKnown('98.5'), '%', { unitLabel: '建议' })).toHaveTextContent('98.5%建议')
  })

  it('explains a bound and a missing figure in a tip, and leaves an exact one alone', () => {
    const tipOf = (quantity: Quantity) => show(quantity).querySelector('[data-state]')?.getAttribute('title')
    expect(tipOf(aKnown('40余'))).toContain('40余')
    expect(tipOf(aMissing('pending'))).toContain('不代表数值为0')
    expect(tipOf(aKnown('40'))).toBeNull()
  })
})

it('the path of a figure holds its id', () => {
  expect(indicatorPath(anIndicator({ id: 'a-b' }))).toBe('/i/a-b')
})
