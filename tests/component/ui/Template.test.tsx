import { render } from '@testing-library/react'
import { expect, it } from 'vitest'
import { Template } from '#ui/Template.tsx'
import { aDataset, asYear } from '../../support/data.ts'
import { figuresIn } from '../../support/render.tsx'

const dataset = aDataset({
  figures: { cases: { 2023: '12345' }, bound: { 2023: '40余' }, silent: { 2023: '未公布' } },
})

const show = (template: string, year = 2023) =>
  render(<Template template={template} dataset={dataset} year={asYear(year)} />).container

it('fills in the figures and marks each', () => {
  const container = show('共{cases:number}件，另有{bound}。')
  expect(container).toHaveTextContent('共12,345件，另有≥40 件。')
  expect(figuresIn(container)).toEqual([
    { id: 'cases', year: 2023, state: 'exact', text: '12,345' },
    { id: 'bound', year: 2023, state: 'at-least', text: '≥40 件' },
  ])
})

it.each(['共{silent}', '共{cases}和{silent:number}', '共{unheard-of}'])(
  'shows nothing of %s, because a figure in it is missing',
  (template) => {
    expect(show(template)).toBeEmptyDOMElement()
  },
)

it('shows nothing of a sentence with a figure in a year that is not entered', () => {
  expect(show('共{cases}', 2024)).toBeEmptyDOMElement()
})

it('shows markup in a text as words', () => {
  const container = show('<img src=x onerror=alert(1)>{cases}')
  expect(container.querySelector('img')).toBeNull()
  expect(container).toHaveTextContent('<img src=x onerror=alert(1)>12,345 件')
})
