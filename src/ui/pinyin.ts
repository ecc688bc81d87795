import PinyinMatch from 'pinyin-match'

/** True when the text holds the query as written, in full pinyin or by initials (xzfy → 行政复议). */
export const matchesPinyin = (text: string, query: string): boolean =>
  PinyinMatch.match(text, query) !== false
