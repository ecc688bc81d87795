import type { Page } from '@playwright/test'

/** Wider than the window: the page can be pushed sideways. Unit: px beyond it. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** Visible text that is set smaller than `least` px, as it arrives on the screen: a scaled drawing counts scaled. */
export const smallText = (page: Page, least: number): Promise<readonly string[]> =>
  page.evaluate((least) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const small: string[] = []
    while (walker.nextNode()) {
      const node = walker.currentNode
      const element = node.parentElement
      if (!element || !node.textContent?.trim() || element.closest('option, noscript')) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const { width, height } = range.getBoundingClientRect()
      const isHidden =
        !element.checkVisibility({ visibilityProperty: true }) || element.closest('.visually-hidden')
      if (isHidden || width < 1 || height < 1) continue
      const scale = element instanceof SVGGraphicsElement ? (element.getScreenCTM()?.a ?? 1) : 1
      const size = Number.parseFloat(getComputedStyle(element).fontSize) * scale
      if (size < least - 0.01) small.push(`${size.toFixed(1)} px: ${node.textContent.trim().slice(0, 20)}`)
    }
    return small
  }, least)

/**
 * Words of a drawing that run into each other or over the edge of their drawing or card. A word's box is its em
 * square: the line box around it holds air in which nothing can be misread.
 */
export const collidingText = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const TOLERANCE = 1
    const boxOf = (text: SVGTextElement) => {
      const { left, right, top, bottom } = text.getBoundingClientRect()
      const half = (Number.parseFloat(getComputedStyle(text).fontSize) * (text.getScreenCTM()?.a ?? 1)) / 2
      const middle = (top + bottom) / 2
      return { left, right, top: middle - half, bottom: middle + half, words: text.textContent ?? '' }
    }
    type Box = ReturnType<typeof boxOf>
    const isInside = (box: Box, frame: DOMRect): boolean =>
      box.left >= frame.left - TOLERANCE &&
      box.right <= frame.right + TOLERANCE &&
      box.top >= frame.top - TOLERANCE &&
      box.bottom <= frame.bottom + TOLERANCE
    const collide = (a: Box, b: Box): boolean =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > TOLERANCE &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > TOLERANCE
    const faults: string[] = []
    for (const svg of document.querySelectorAll('main svg')) {
      const boxes = [...svg.querySelectorAll('text')]
        .filter((text) => text.textContent?.trim() && text.getBoundingClientRect().width > 0)
        .map(boxOf)
      const clip = getComputedStyle(svg).overflow === 'visible' ? svg.closest('.card') : svg
      const frame = (clip ?? svg).getBoundingClientRect()
      for (const [i, box] of boxes.entries()) {
        if (!isInside(box, frame)) faults.push(`${box.words} is cut`)
        for (const other of boxes.slice(i + 1))
          if (collide(box, other)) faults.push(`${box.words} runs into ${other.words}`)
      }
    }
    return faults
  })

/**
 * Controls a finger misses: the point half of `least` px away from the middle, in any of four directions, meets
 * something else. A neighbour that leads to the same place does no harm; links inside a sentence are left out.
 */
export const smallTargets = (
  page: Page,
  least: { readonly link: number; readonly button: number },
): Promise<readonly string[]> =>
  page.evaluate((least) => {
    const isInSentence = (control: Element): boolean => {
      if (!getComputedStyle(control).display.startsWith('inline')) return false
      const words = control.closest('p, dd, blockquote')?.textContent?.trim().length ?? 0
      return words > (control.textContent?.trim().length ?? 0) + 3
    }
    const controls = document.querySelectorAll<HTMLElement>(
      'a[href], button:not([disabled]), select, input, summary',
    )
    const faults: string[] = []
    for (const control of controls) {
      if (!control.checkVisibility({ visibilityProperty: true }) || isInSentence(control)) continue
      if (control.matches('.skip-link')) continue
      control.scrollIntoView({ block: 'center' })
      const target = control.closest('label') ?? control
      const { left, top, width, height } = target.getBoundingClientRect()
      const half = (control.matches('a') ? least.link : least.button) / 2 - 1 // edges are snapped to whole pixels
      const [x, y] = [left + width / 2, top + height / 2]
      const around = [
        [x - half, y],
        [x + half, y],
        [x, y - half],
        [x, y + half],
      ] as const
      const href = control.getAttribute('href')
      const isHit = ([px, py]: readonly [number, number]): boolean => {
        const hit = document.elementFromPoint(px, py)
        return (
          hit !== null &&
          (target.contains(hit) || (href !== null && hit.closest('a')?.getAttribute('href') === href))
        )
      }
      if (!around.every(isHit))
        faults.push(
          `${control.tagName} ${(control.innerText || control.ariaLabel) ?? ''}: ${Math.round(width)}×${Math.round(height)}`,
        )
    }
    return faults
  }, least)
