import { chapterColour } from '#charts/look.ts'
import type { Chapter } from '#domain/catalogue.ts'

/** Sets `--cc`, the colour of the chapter, on an element. Typed here because React does not know custom properties. */
export const chapterStyle = (number: number): Record<string, string> => ({ '--cc': chapterColour(number) })

/** The chapter's glyph on its colour; colour never stands without it. */
export function Chip({ chapter }: { readonly chapter: Chapter }) {
  return (
    <span className="chip" style={chapterStyle(chapter.number)} aria-hidden="true">
      {chapter.glyph}
    </span>
  )
}
