// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest'
import { watchKeyboard } from '#shell/keyboard.ts'

/** Presses a key somewhere; says how often the search opened and whether the browser was kept from typing. */
function press(init: KeyboardEventInit, target: EventTarget = document.body) {
  let opened = 0
  const stop = watchKeyboard(() => {
    opened++
  })
  const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init })
  target.dispatchEvent(event)
  stop()
  return { opened, prevented: event.defaultPrevented }
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
    expect(press({ code: 'Slash', key: '/' })).toEqual({ opened: 1, prevented: true })
    expect(press({ code: 'Slash', key: '、' })).toEqual({ opened: 1, prevented: true })
    expect(press({ code: 'Slash', key: 'Process' })).toEqual({ opened: 1, prevented: true })
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
    expect(press(init)).toEqual({ opened: 0, prevented: false })
  })

  it.each(['input', 'textarea', 'select'])('is a character in a %s', (tag) => {
    expect(press({ code: 'Slash' }, field(tag))).toEqual({ opened: 0, prevented: false })
  })

  it('is a character in anything that is edited', () => {
    const edited = field('div')
    edited.setAttribute('contenteditable', 'true')
    expect(press({ code: 'Slash' }, edited.appendChild(document.createElement('b')))).toEqual({
      opened: 0,
      prevented: false,
    })
  })

  it('works on a button, and no longer after the watcher stopped', () => {
    expect(press({ code: 'Slash' }, field('button'))).toEqual({ opened: 1, prevented: true })
    const event = new KeyboardEvent('keydown', { code: 'Slash', cancelable: true })
    window.dispatchEvent(event)
    expect(event.defaultPrevented).toBe(false)
  })
})
