import { readFileSync } from 'node:fs'
import { JSDOM } from 'jsdom'
import { describe, expect, it } from 'vitest'
import { inlineScripts } from '../../../.scripts/vite/csp.ts'

const html = readFileSync('index.html', 'utf8')
const [script = '', ...others] = inlineScripts(html)
const modern =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/109.0.0.0 Safari/537.36'

interface Page {
  readonly address?: string
  readonly userAgent?: string
  readonly prepare?: (window: Window) => void
  readonly body?: string
}

/** The page as it is, with its own inline script run in a given browser; the module script does not load. */
function open({ address = 'http://localhost/', userAgent = modern, prepare, body = '' }: Page = {}) {
  const { window } = new JSDOM(html.replace('</body>', `${body}</body>`), {
    url: address,
    runScripts: 'dangerously',
    beforeParse(w) {
      Object.defineProperty(w.navigator, 'userAgent', { value: userAgent })
      Object.defineProperty(w.HTMLScriptElement.prototype, 'noModule', { value: false, writable: true })
      prepare?.(w as unknown as Window)
    },
  })
  return window
}
const parsed = (window: { document: Document }) =>
  new Promise<string>((done) => {
    const read = () => setTimeout(() => done(window.document.body.textContent ?? ''), 0)
    if (window.document.readyState === 'loading') window.document.addEventListener('DOMContentLoaded', read)
    else read()
  })

it('is the only inline script of the page', () => {
  expect(script).not.toBe('')
  expect(others).toEqual([])
})

it('is written in words Internet Explorer can parse', () => {
  const bare = script.replace(/\/\/.*$/gm, '').replace(/'[^']*'/g, "''")
  expect(bare).not.toMatch(/=>|`|\?\.|\?\?|\.\.\.|\b(let|const|class|async|await|of|import)\b|,\s*[}\])]/)
  expect(script).not.toContain('innerHTML')
})

it('leaves a fit browser alone', async () => {
  const window = open()
  expect(await parsed(window)).toContain('正在读取数据…')
  expect(window.document.getElementById('notice')).toBeNull()
})

describe('asks for another browser', () => {
  it.each<[string, Page]>([
    ['Chrome 79', { userAgent: modern.replace('109', '79') }],
    ['old Edge', { userAgent: `${modern.replace('109', '64')} Edge/17.17134` }],
    ['Internet Explorer', { prepare: (w) => Object.assign(w.document, { documentMode: 11 }) }],
    [
      'one without Promise.allSettled',
      { prepare: (w) => Reflect.deleteProperty((w as never as typeof globalThis).Promise, 'allSettled') },
    ],
  ])('in %s', async (_, page) => {
    const text = await parsed(open(page))
    expect(text).toContain('内核80以上')
    expect(text).toContain('极速模式')
    expect(text).not.toContain('正在读取数据')
  })
})

it('sends a double click on the folder build to the single file', async () => {
  expect(await parsed(open({ address: 'file:///dist/index.html' }))).toContain('请改用单文件版')
})

it('lets the single file open by double click', async () => {
  const body = '<script type="application/json" id="carried-data">{}</script>'
  expect(await parsed(open({ address: 'file:///index.html', body }))).not.toContain('请改用单文件版')
})

describe('a file that does not load', () => {
  const failOf = (window: ReturnType<typeof open>, name: string, rel = '') => {
    const element = window.document.createElement(name)
    if (rel) element.setAttribute('rel', rel)
    window.document.head.append(element)
    element.dispatchEvent(new window.Event('error'))
  }

  it('is told with a button before the start', async () => {
    const window = open()
    await parsed(window)
    failOf(window, 'script')
    const notice = window.document.getElementById('notice')
    expect(notice?.textContent).toContain('页面文件不完整，可能版本已更新。')
    expect(notice?.querySelector('button')?.textContent).toBe('刷新')
    expect(window.document.getElementById('root')?.style.display).toBe('none')
  })

  it('leaves a running page in place', async () => {
    const window = open()
    await parsed(window)
    window.document.documentElement.setAttribute('data-started', '')
    failOf(window, 'link', 'modulepreload')
    expect(window.document.getElementById('notice')?.textContent).toContain('请刷新页面')
    expect(window.document.getElementById('root')?.style.display).toBe('')
  })

  it('is no matter when it is the icon or a picture', async () => {
    const window = open()
    await parsed(window)
    failOf(window, 'link', 'icon')
    failOf(window, 'img')
    expect(window.document.getElementById('notice')).toBeNull()
  })
})

describe('a page that does not start', () => {
  /** A clock that goes on when the test says so. */
  const stopped = () => {
    const later: (() => void)[] = []
    const every: (() => void)[] = []
    const prepare = (w: Window) => {
      Object.assign(w, {
        setTimeout: (f: () => void) => later.push(f),
        setInterval: (f: () => void) => every.push(f),
        clearInterval() {},
      })
    }
    return { later, every, prepare }
  }

  it('is told after 10 seconds, and the notice goes when it starts after all', async () => {
    const clock = stopped()
    const window = open(clock)
    await parsed(window)
    for (const run of clock.later) run()
    expect(window.document.getElementById('notice')?.textContent).toContain('10秒内没有启动')
    expect(window.document.querySelector('#notice button')?.textContent).toBe('重试')
    window.document.documentElement.setAttribute('data-started', '')
    for (const run of clock.every) run()
    expect(window.document.getElementById('notice')).toBeNull()
    expect(window.document.getElementById('root')?.style.display).toBe('')
  })

  it('is left alone when it has started', async () => {
    const clock = stopped()
    const window = open(clock)
    window.document.documentElement.setAttribute('data-started', '')
    await parsed(window)
    for (const run of clock.later) run()
    expect(window.document.getElementById('notice')).toBeNull()
  })
})

it('lets Trusted Types make nothing but an empty string and a blob worker', async () => {
  type Rules = { createHTML(s: string): unknown; createScriptURL(s: string): unknown }
  let rules: Rules | undefined
  const createPolicy = (_: string, given: Rules) => {
    rules = given
  }
  open({ prepare: (w) => Object.assign(w, { trustedTypes: { createPolicy } }) })
  expect(rules?.createHTML('')).toBe('')
  expect(rules?.createHTML('<b>')).toBeNull()
  expect(rules?.createScriptURL('blob:null/1')).toBe('blob:null/1')
  expect(rules?.createScriptURL('https://a/')).toBeNull()
})
