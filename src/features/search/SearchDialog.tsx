import { useEffect, useMemo, useRef, useState } from 'react'
import { findChapter, type Indicator, namesOf } from '#domain/catalogue.ts'
import { type Dataset, findObservation, quantityOf } from '#domain/dataset.ts'
import type { Year } from '#domain/year.ts'
import { Chip } from '#ui/Chip.tsx'
import { Figure, indicatorPath } from '#ui/Figure.tsx'
import { useHref } from '#ui/link.tsx'
import { words } from '#ui/words.ts'

const MOST_RESULTS = 30

type Matcher = (text: string, query: string) => boolean

const plainMatch: Matcher = (text, query) => text.toLowerCase().includes(query.toLowerCase())

/** Figures whose name, short name or an alias matches; by name first, in the report's order. */
function search(indicators: readonly Indicator[], query: string, matches: Matcher): readonly Indicator[] {
  if (query === '') return []
  const byName = indicators.filter((i) => matches(i.name, query) || matches(i.short, query))
  const byAlias = indicators.filter(
    (i) => !byName.includes(i) && namesOf(i).some((name) => matches(name, query)),
  )
  return [...byName, ...byAlias].slice(0, MOST_RESULTS)
}

/** The pinyin table is large; it arrives when the search is first opened, plain text works until then. */
function useMatcher(): Matcher {
  const [matcher, setMatcher] = useState<{ match: Matcher }>({ match: plainMatch })
  useEffect(() => {
    let wanted = true
    void import('#ui/pinyin.ts').then(({ matchesPinyin }) => wanted && setMatcher({ match: matchesPinyin }))
    return () => {
      wanted = false
    }
  }, [])
  return matcher.match
}

interface ResultOptionProps {
  readonly dataset: Dataset
  readonly indicator: Indicator
  readonly year: Year
  readonly chosen: boolean
  readonly onOpen: () => void
}

/** One found figure; the keyboard reaches it through the field, as a listbox works. */
function ResultOption({ dataset, indicator, year, chosen, onOpen }: ResultOptionProps) {
  const chapter = findChapter(dataset.catalogue, indicator.chapter)
  const quantity = quantityOf(dataset, indicator, year)
  const period = findObservation(dataset, indicator.id, year)?.period ?? null
  return (
    <div
      id={`search-${indicator.id}`}
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      className="search-result"
      onClick={onOpen}
      onKeyDown={(event) => event.key === 'Enter' && onOpen()}
    >
      {chapter && <Chip chapter={chapter} />}
      <span>{indicator.name}</span>
      <span>
        <Figure {...{ indicator, year, quantity, period }} size="line" linked={false} />
      </span>
    </div>
  )
}

interface SearchDialogProps {
  readonly dataset: Dataset
  readonly year: Year
  readonly onClose: () => void
}

/** Finds figures by name, alias, pinyin or initials; arrows choose, Enter opens, Esc closes. */
export function SearchDialog({ dataset, year, onClose }: SearchDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState(0)
  const matches = useMatcher()
  const href = useHref()
  const results = useMemo(
    () => search(dataset.catalogue.indicators, query.trim(), matches),
    [dataset, query, matches],
  )

  useEffect(() => {
    const opener = document.activeElement
    dialog.current?.showModal?.()
    // Chromium before 109 does not give the focus back by itself.
    return () => (opener instanceof HTMLElement ? opener.focus() : undefined)
  }, [])

  const open = (indicator: Indicator | undefined): void => {
    if (!indicator) return
    window.location.hash = href(indicatorPath(indicator)).slice(1)
    onClose()
  }
  const onKeyDown = (key: string): boolean => {
    if (key === 'ArrowDown') setChosen((n) => Math.min(results.length - 1, n + 1))
    else if (key === 'ArrowUp') setChosen((n) => Math.max(0, n - 1))
    else if (key === 'Enter') open(results[chosen])
    else return false
    return true
  }
  return (
    <dialog
      ref={dialog}
      className="search-dialog"
      aria-label={words.search}
      onClose={onClose}
      onCancel={onClose}
    >
      <div className="search-head">
        <input
          type="search"
          role="combobox"
          aria-label={words.search}
          aria-expanded={results.length > 0}
          aria-controls="search-results"
          aria-activedescendant={results[chosen] ? `search-${results[chosen].id}` : undefined}
          placeholder="指标名称、别名、全拼或首字母，如 xzfy"
          autoFocus
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value)
            setChosen(0)
          }}
          onKeyDown={(event) => {
            if (!event.nativeEvent.isComposing && onKeyDown(event.key)) event.preventDefault()
          }}
        />
        <button type="button" className="button" onClick={onClose}>
          {words.close}
        </button>
      </div>
      <div role="listbox" id="search-results" className="search-results" aria-label="搜索结果">
        {results.map((indicator, i) => (
          <ResultOption
            key={indicator.id}
            dataset={dataset}
            indicator={indicator}
            year={year}
            chosen={i === chosen}
            onOpen={() => open(indicator)}
          />
        ))}
      </div>
      <p className="sub" role="status">
        {query.trim() === ''
          ? ''
          : results.length === 0
            ? '没有找到，请换一个词，或到数据表中查找。'
            : `找到 ${results.length} 项`}
      </p>
    </dialog>
  )
}
