import { readFolder } from './files.ts'

const TOKENS = /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g

/** Source text without its comments; a `//` inside a string stays. */
export const withoutComments = (source: string): string =>
  source.replace(TOKENS, (_, text?: string) => text ?? '')

/** The sources of the page, by path, without comments. */
export const sourcesWithoutComments = (): ReadonlyMap<string, string> =>
  new Map(
    [...readFolder('src')]
      .filter(([path]) => /\.(ts|tsx|css)$/.test(path))
      .map(([path, bytes]) => [path, withoutComments(Buffer.from(bytes).toString('utf8'))]),
  )
