import type { Indicator } from '#domain/catalogue.ts'
import type { Year } from '#domain/year.ts'

/** Apart from the other sentences of editing: these come with the first screen. */

/** 2024年“法律援助案件”: how a figure of one year is called. */
export const figureName = ({ short }: Pick<Indicator, 'short'>, year: Year): string => `${year}年“${short}”`

/** What opens the form, and what the form is called. */
export const openerWords = (indicator: Indicator, year: Year, isEmpty: boolean): string =>
  `${isEmpty ? '录入' : '修改'}${figureName(indicator, year)}`
