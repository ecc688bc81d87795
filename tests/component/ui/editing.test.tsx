import { createEvent, fireEvent, render, screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { EditContext, EditOpener } from '#ui/editing.tsx'
import { SlotCard } from '#ui/SlotCard.tsx'
import { aFrame } from '../../support/charts.ts'
import { aDataset, anIndicator, asYear, indicatorIn } from '../../support/data.ts'

type Dataset = ReturnType<typeof aDataset>

/** The card of 2023 where figures may be changed, or not. */
function card(dataset: Dataset, mayEdit = true) {
  const edit = vi.fn()
  const frame = aFrame(dataset, ['cases'], 2023)
  const row = frame.rows[0]
  if (!row) throw new Error('no row')
  render(
    <EditContext value={mayEdit ? edit : null}>
      <SlotCard dataset={dataset} frame={frame} row={row} year={asYear(2023)} />
    </EditContext>,
  )
  return edit
}

const one = aDataset({ figures: { cases: { 2023: '5' } } })
const slot = (year: number): Element => {
  const found = screen.getByRole('img').querySelector(`[data-year="${year}"]`)
  if (!found) throw new Error(`no empty slot ${year}`)
  return found
}

describe('a card', () => {
  it('opens the form of the next year by the words beside its slots', () => {
    const edit = card(one)
    const button = screen.getByRole('button', { name: '录入2024年“简称cases”' })
    expect(button.parentElement).toHaveTextContent('2024年待录入')
    fireEvent.click(button)
    expect(edit.mock.calls).toEqual([[indicatorIn(one, 'cases'), 2024]])
  })

  it('opens the form of an empty box that is pressed', () => {
    const edit = card(one)
    fireEvent.click(slot(2025).firstElementChild?.nextElementSibling ?? slot(2025))
    expect(edit.mock.calls).toEqual([[indicatorIn(one, 'cases'), 2025]])
  })

  it('opens nothing at a box that stands for a word somebody entered', () => {
    const edit = card(aDataset({ figures: { cases: { 2023: '5', 2024: '不适用' } } }))
    fireEvent.click(slot(2024))
    expect(edit).not.toHaveBeenCalled()
  })

  it('offers the open year that lacks the figure before the year to come', () => {
    card(
      aDataset({
        indicators: [anIndicator(), anIndicator({ id: 'other' })],
        figures: { cases: { 2023: '5' }, other: { 2024: '6' } },
        openYears: [asYear(2024)],
      }),
    )
    expect(screen.getByRole('button', { name: '录入2024年“简称cases”' })).toBeVisible()
  })

  it('says the same without a button where nothing can be changed', () => {
    card(one, false)
    const article = screen.getByRole('article')
    expect(within(article).queryByRole('button')).toBeNull()
    expect(article).toHaveTextContent('2024年待录入')
    expect(article.querySelector('.slot-opens')).toBeNull()
  })
})

it('an opener is not pressed again by an Enter that is held', () => {
  render(
    <EditContext value={() => {}}>
      <EditOpener indicator={anIndicator()} year={asYear(2024)} isEmpty={false} className="">
        修改
      </EditOpener>
    </EditContext>,
  )
  const button = screen.getByRole('button', { name: '修改2024年“简称cases”' })
  for (const repeat of [false, true]) {
    const press = createEvent.keyDown(button, { key: 'Enter', repeat })
    fireEvent(button, press)
    expect(press.defaultPrevented).toBe(repeat)
  }
})
