import { createContext } from 'react'

/** Factor of 大字版 over the standard size. Source: the product's type scale, 16 px to 20 px. */
export const LARGE_TEXT_SCALE = 1.25

/** Scale of all text on the page; charts need it as a number because SVG text does not follow rem. */
export const TextScaleContext = createContext(1)
