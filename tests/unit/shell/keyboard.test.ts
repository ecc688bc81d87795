// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest'
import { watchKeyboard } from '#shell/keyboard.ts'

/** Presses a key somewhere; says what it did and whether the browser was kept from doing its own. */
function press(init: KeyboardEventInit, target: EventTarget = document.body) {
  const done: string[] = []
  const stop = watchKeyboard({
    search: () => done.push('search'),
    undo: () => done.push('undo'),
    redo: () => done.push('redo'),
  })
  const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init })
  target.dispatchEvent(event)
  stop()
  return { done, prevented: event.defaultPrevented }
}

const field = (tag: string): HTMLElement => {
  const element = document.body.appendChild(document.createElement(tag))
  return element
}

afterEach(() => {
  document.body.replaceChildren()
})

describe('the search key', () => {
  it('opens the search by its place on the keyboard, whatever the input method writes', () => {
    expect(press({ code: 'Slash', key: '/' })).toEqual({ done: ['search'], prevented: true })
    expect(press({ code: 'Slash', key: '、' })).toEqual({ done: ['search'], prevented: true })
    expect(press({ code: 'Slash', key: 'Process' })).toEqual({ done: ['search'], prevented: true })
  })

  it.each([
    { code: 'KeyA' },
    { code: 'Period', key: '/' },
    { code: 'Slash', ctrlKey: true },
    { code: 'Slash', metaKey: true },
    { code: 'Slash', altKey: true },
    { code: 'Slash', shiftKey: true },
    { code: 'Slash', repeat: true },
  ])('is not %j', (init) => {
    expect(press(init)).toEqual({ done: [], prevented: false })
  })

  it.each(['input', 'textarea', 'select'])('is a character in a %s', (tag) => {
    expect(press({ code: 'Slash' }, field(tag))).toEqual({ done: [], prevented: false })
  })

  it('is a character in anything that is edited', () => {
    const edited = field('div')
    edited.setAttribute('contenteditable', 'true')
    expect(press({ code: 'Slash' }, edited.appendChild(document.createElement('b')))).toEqual({
      done: [],
      prevented: false,
    })
  })

  it('works on a button, and no longer after the watcher stopped', () => {
    expect(press({ code: 'Slash' }, field('button'))).toEqual({ done: ['search'], prevented: true })
    const event = new KeyboardEvent('keydown', { code: 'Slash', cancelable: true })
    window.dispatchEvent(event)
    expect(event.defaultPrevented).toBe(false)
  })
})

describe('the keys of undo and redo', () => {
  it.each([
    [{ code: 'KeyZ', ctrlKey: true }, 'undo'],
    [{ code: 'KeyZ', metaKey: true }, 'undo'],
    [{ code: 'KeyZ', key: 'Process', ctrlKey: true }, 'undo'],
    [{ code: 'KeyZ', ctrlKey: true, shiftKey: true }, 'redo'],
    [{ code: 'KeyY', ctrlKey: true }, 'redo'],
    [{ code: 'KeyY', metaKey: true }, 'redo'],
  ] as const)('%j does %s, and the browser nothing', (init, done) => {
    expect(press(init)).toEqual({ done: [done], prevented: true })
  })

  it.each([
    { code: 'KeyZ' },
    { code: 'KeyY' },
    { code: 'KeyZ', ctrlKey: true, altKey: true },
    { code: 'KeyZ', ctrlKey: true, repeat: true },
    { code: 'KeyY', ctrlKey: true, shiftKey: true },
    { code: 'KeyW', key: 'z', ctrlKey: true },
  ])('%j does nothing', (init) => {
    expect(press(init)).toEqual({ done: [], prevented: false })
  })

  it.each(['input', 'textarea', 'select'])('belong to the %s somebody is typing in', (tag) => {
    expect(press({ code: 'KeyZ', ctrlKey: true }, field(tag))).toEqual({ done: [], prevented: false })
    expect(press({ code: 'KeyY', ctrlKey: true }, field(tag))).toEqual({ done: [], prevented: false })
  })
})
