/** How a chart looks on one medium: colours by role, fonts, text size. Never holds data. */
export interface Look {
  /** Unit: CSS px; scales a nominal text size (16 is body text) to the chosen text size. */
  readonly px: (nominal: number) => number
  readonly ink: string
  readonly ink2: string
  readonly ink3: string
  readonly line: string
  readonly lineStrong: string
  readonly surface: string
  readonly surface2: string
  readonly track: string
  readonly chapter: (number: number) => string
  readonly fontUi: string
  readonly fontNumber: string
}

/** Chapter colours that exist; a report with more chapters starts over, its glyph stays beside the colour. */
const CHAPTER_COLOURS = 6

const FONT_UI =
  '"PingFang SC","HarmonyOS Sans SC","MiSans","Microsoft YaHei UI","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC","WenQuanYi Micro Hei",sans-serif'

/** CSS colour of a chapter, for charts and HTML alike. */
export const chapterColour = (number: number): string => `var(--c${number % CHAPTER_COLOURS})`

/**
 * The look on screen. Colours are CSS custom properties: the SVG follows the page's theme by itself,
 * so that switching light and dark redraws nothing.
 */
export function screenLook(textScale: number): Look {
  return {
    px: (nominal) => Math.round(nominal * textScale),
    ink: 'var(--ink)',
    ink2: 'var(--ink-2)',
    ink3: 'var(--ink-3)',
    line: 'var(--line)',
    lineStrong: 'var(--line-strong)',
    surface: 'var(--surface)',
    surface2: 'var(--surface-2)',
    track: 'var(--track)',
    chapter: chapterColour,
    fontUi: FONT_UI,
    fontNumber: `"KPI Num",${FONT_UI}`,
  }
}
