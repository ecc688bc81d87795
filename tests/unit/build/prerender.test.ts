import { expect, it } from 'vitest'
import { withOverview, withoutStyleAttributes } from '../../../.scripts/vite/prerender.ts'

it('turns style attributes into classes, one rule a style', () => {
  const { html, css } = withoutStyleAttributes(
    '<p style="--cc:red" class="a">1</p><text x="1" style="--cc:red">2</text>',
  )
  expect(html).toBe('<p class="p0 a">1</p><text class="p0" x="1">2</text>')
  expect(css).toBe('#prerendered .p0{--cc:red}')
})

it('keeps text that looks like a style attribute', () => {
  expect(withoutStyleAttributes('<p>style="a"</p>').html).toBe('<p>style="a"</p>')
})

const page = '<html><head></head><body><div id="root"><p>…</p></div></body></html>'

it('puts the overview before the root, which waits behind it', () => {
  const done = withOverview(
    page,
    { html: '<b>$&</b>', fingerprint: 'f0' },
    ['assets/n.woff2'],
    ['assets/echarts-1.js'],
  )
  expect(done).toContain('<div id="prerendered" data-fingerprint="f0"><b>$&</b></div>')
  expect(done).toContain('<div id="root" class="staging">')
  expect(done).toContain(
    '<link rel="preload" as="font" type="font/woff2" crossorigin href="./assets/n.woff2" />',
  )
})

it('refuses a page without a root', () => {
  expect(() => withOverview('<html></html>', { html: '', fingerprint: '' }, [], [])).toThrow('no root')
})
