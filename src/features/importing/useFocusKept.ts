import { type RefObject, useEffect, useRef } from 'react'
import type { ImportSession } from './session.ts'

const FOCUSABLE = 'button, input, select, a[href], summary'

/** Where the focus was: its step, and its place in a list of it. */
interface Place {
  readonly step: string
  readonly list: string
  readonly index: number
}

function placeOf(target: Element): Place | null {
  const step = target.closest('.import-step')?.getAttribute('aria-labelledby')
  if (!step) return null
  const list = target.closest<HTMLElement>('[data-list]')
  const index = list ? [...list.children].findIndex((child) => child.contains(target)) : -1
  return { step, list: list?.dataset.list ?? '', index }
}

/** The control that stands where the lost one stood, or the head of its step. */
function standIn(root: HTMLElement, { step, list, index }: Place): HTMLElement | null {
  const items = list === '' ? undefined : root.querySelector(`[data-list="${list}"]`)?.children
  const item = items?.[Math.min(index, items.length - 1)]
  return item?.querySelector<HTMLElement>(FOCUSABLE) ?? document.getElementById(step)
}

/**
 * Gives the focus a place when what had it is gone: a finding that was put right makes way for the next one, a file
 * that was read leads to the first step that asks for something.
 */
export function useFocusKept({ reading, current }: ImportSession): RefObject<HTMLDivElement | null> {
  const root = useRef<HTMLDivElement>(null)
  const place = useRef<Place | null>(null)
  const seen = useRef<number | null>(current)
  useEffect(() => {
    const element = root.current
    const onFocus = ({ target }: FocusEvent): void => {
      if (target instanceof Element) place.current = placeOf(target)
    }
    element?.addEventListener('focusin', onFocus)
    return () => element?.removeEventListener('focusin', onFocus)
  }, [])
  useEffect(() => {
    const element = root.current
    if (!element || !reading) return
    const isFirst = seen.current !== current
    seen.current = current
    if (isFirst) {
      element.querySelector<HTMLElement>('.import-step.open h2')?.focus()
      return
    }
    const isLost = document.activeElement === null || document.activeElement === document.body
    if (isLost && place.current) standIn(element, place.current)?.focus()
  }, [reading, current])
  return root
}
