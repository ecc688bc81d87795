import type { Preferences } from '#store/state.ts'

/** All pages opened from files share one storage: the key names the app and the shape's version. */
const KEY = 'rule-of-law-indicators/preferences/1'

const DEFAULTS: Preferences = { theme: 'light', text: 'standard' }

/** Missing: the defaults, when nothing is stored, storage is refused, or what is stored is no longer readable. */
export function readPreferences(): Preferences {
  try {
    const stored: unknown = JSON.parse(window.localStorage.getItem(KEY) ?? '{}')
    const { theme, text } = stored as Record<string, unknown>
    return {
      theme: theme === 'dark' || theme === 'projector' ? theme : DEFAULTS.theme,
      text: text === 'large' ? text : DEFAULTS.text,
    }
  } catch {
    return DEFAULTS
  }
}

/** Keeps the preferences where the browser allows it; a refusal loses nothing but the preference. */
export function writePreferences({ theme, text }: Preferences): boolean {
  try {
    window.localStorage.setItem(KEY, JSON.stringify({ theme, text }))
    return true
  } catch {
    return false
  }
}
