import { createContext, useContext } from 'react'
import type { Indicator } from '#domain/catalogue.ts'
import type { Year } from '#domain/year.ts'

type Edit = (indicator: Indicator, year: Year) => void

/** Opens the entry form of one figure. Missing: `null` where nothing can be changed. The shell provides it. */
export const EditContext = createContext<Edit | null>(null)

export const useEdit = (): Edit | null => useContext(EditContext)
