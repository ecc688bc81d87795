import { act, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { madeUpDataset, shippedDataset } from '../../support/data.ts'
import { renderApp } from '../../support/render.tsx'

// A small county: a page of many years takes seconds in jsdom. The ten years are walked in a real browser.
const example = { ...madeUpDataset(), example: true }
const shipped = shippedDataset()
const SENTENCE = '示例数据：以下数值为演示而编造，不是任何县的报告。'
const shared = ['/', '/c/2', '/compare', '/data', '/nowhere']
const pages = [...shared, '/i/one-stop-rate', '/report/2031']
const realPages = [...shared, '/c/5', '/i/legal-aid-cases', '/report/2023', '/plan/2023']

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

it.each(realPages)('real data are not called made up on %s', async (path) => {
  const app = renderApp(shipped)
  await app.open(path)
  expect(screen.queryByRole('note')).toBeNull()
  expect(watermark()).toBeNull()
  expect(document.body.textContent).not.toContain('示例数据')
  expect(document.title).not.toContain('示例数据')
})
