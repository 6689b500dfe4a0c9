/** Why a material of art. 6 is missing: two stock answers for the expert opinion, else one's own words. Recorded in the language of the office. */
import type { Absent } from '#lib/domain/case/events'
import { messagesOf } from '#lib/i18n/messages'
import { NO_PROBLEMS, problem, type Problems, type Values } from '#lib/server/forms/forms'

const { transfers: xfer } = messagesOf('zh-CN')
const STOCK = { none: xfer.naRadio, later: xfer.naLater } as const
export type ExpertChoice = keyof typeof STOCK | 'own' | ''

export const absenceDefaults = ({ items, expert, other }: Absent) => {
  const choice = expertChoice(expert)
  return { items, other, expertChoice: choice, expertOwn: choice === 'own' ? expert : '' }
}

/** The form's fields as the schema knows them. */
export function absenceFields({ expertChoice: choice, expertOwn = '', ...rest }: Values): Values {
  const expert = choice === 'none' || choice === 'later' ? STOCK[choice] : choice === 'own' ? expertOwn : ''
  return { ...rest, expert }
}

/** Own words chosen, and none written. */
export const absenceProblems = ({ expertChoice: choice, expertOwn }: Values): Problems =>
  choice === 'own' && typeof expertOwn === 'string' && expertOwn.trim() === '' ? problem('expertOwn', 'field.required') : NO_PROBLEMS

function expertChoice(expert: string): ExpertChoice {
  if (expert === '') return ''
  return expert === STOCK.none ? 'none' : expert === STOCK.later ? 'later' : 'own'
}
