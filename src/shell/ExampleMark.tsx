import { useLayoutEffect } from 'react'
import { words } from '#ui/words.ts'

/** Unit: px of one word with the room around it; a picture of a single card still holds one. */
const TILE = { width: 260, height: 170 } as const

/**
 * Says over the whole window, on paper and in every dialog that the figures are made up, so that no picture of
 * them is taken for a report.
 */
export function ExampleMark() {
  useLayoutEffect(() => {
    // For dialogs, which the browser draws above everything: the stylesheet puts the word into each.
    document.documentElement.dataset.example = 'true'
    return () => {
      delete document.documentElement.dataset.example
    }
  }, [])
  return (
    <>
      <svg className="example-mark" aria-hidden="true" focusable="false">
        <pattern id="example-word" {...TILE} patternUnits="userSpaceOnUse" patternTransform={`rotate(-24)`}>
          <text x={TILE.width / 2} y={TILE.height / 2} textAnchor="middle">
            {words.example}
          </text>
        </pattern>
        <rect width="100%" height="100%" fill="url(#example-word)" />
      </svg>
      <aside className="example-note" aria-label={words.example}>
        <p role="note">{words.exampleNote}</p>
      </aside>
    </>
  )
}
