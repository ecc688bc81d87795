// @types/papaparse would bring in @types/node, which lets browser code use Array.prototype.at and others that the
// oldest supported engine (Chromium 80) lacks. So this declares what is used, and nothing else.
declare module 'papaparse' {
  interface ParseResult<T> {
    data: T[]
    errors: { type: string; code: string; message: string; row?: number }[]
    meta: { delimiter: string; linebreak: string; aborted: boolean; truncated: boolean; fields?: string[] }
  }
  interface ParseConfig {
    delimiter?: string
    delimitersToGuess?: string[]
    newline?: '\r' | '\n' | '\r\n'
    skipEmptyLines?: boolean | 'greedy'
    header?: false
  }
  interface UnparseConfig {
    newline?: string
    escapeFormulae?: boolean | RegExp
  }
  const Papa: {
    parse<T>(text: string, config?: ParseConfig): ParseResult<T>
    unparse(rows: unknown[][], config?: UnparseConfig): string
  }
  export default Papa
}
