import { act, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { shippedDataset, tenYearDataset } from '../../support/data.ts'
import { renderApp } from '../../support/render.tsx'

const example = tenYearDataset()
const shipped = shippedDataset()
const SENTENCE = '示例数据：以下数值为演示而编造，不是任何县的报告。'
const pages = [
  '/',
  '/c/2',
  '/c/5',
  '/i/legal-aid-cases',
  '/compare',
  '/data',
  '/report/2033',
  '/plan/2033',
  '/nowhere',
]

const watermark = () => document.querySelector('svg[aria-hidden="true"].example-mark')

describe('made-up data', () => {
  it.each(pages)('are called made up on %s, in a line, over the page and in the title', async (path) => {
    const app = renderApp(example)
    await app.open(path)
    expect(screen.getByRole('note')).toHaveTextContent(SENTENCE)
    expect(watermark()).toHaveTextContent('示例数据')
    expect(document.title).toMatch(/^示例数据 · /)
    expect(document.documentElement.dataset.example).toBe('true')
  })

  it('give way without a trace when real data take their place', () => {
    const { store } = renderApp(example)
    act(() => store.getState().applyData({ status: 'ready', base: shipped, dataset: shipped, findings: [] }))
    expect(screen.queryByRole('note')).toBeNull()
    expect(watermark()).toBeNull()
    expect(document.title).not.toContain('示例数据')
    expect(document.documentElement.dataset.example).toBeUndefined()
  })
})

it.each(pages)('real data are not called made up on %s', async (path) => {
  const app = renderApp(shipped)
  await app.open(path)
  expect(screen.queryByRole('note')).toBeNull()
  expect(watermark()).toBeNull()
  expect(document.body.textContent).not.toContain('示例数据')
  expect(document.title).not.toContain('示例数据')
})
