import type { Finding } from './finding.ts'

/** What a step that may fail returns: a value with remarks, or the reasons why there is none. */
export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly findings: readonly Finding[] }

export const success = <T>(value: T, findings: readonly Finding[] = []): Result<T> => ({
  ok: true,
  value,
  findings,
})

export const failure = (findings: readonly Finding[]): Result<never> => ({ ok: false, findings })
