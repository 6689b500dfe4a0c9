// Writes lib/domain/law/holidays.ts from the dev package chinese-days:
//   node db/seed/make/holidays.mjs > lib/domain/law/holidays.ts && npx oxfmt lib/domain/law/holidays.ts
// Run it once a year, after the State Council's notice of November, with the notice's number below.
import chineseDays from 'chinese-days'

const NOTICES = {
  2017: ['国办发明电〔2016〕17号'],
  2018: ['国办发明电〔2017〕12号'],
  2019: ['国办发明电〔2018〕15号', '国办发明电〔2019〕3号'],
  2020: ['国办发明电〔2019〕16号', '国办发明电〔2020〕1号'],
  2021: ['国办发明电〔2020〕27号'],
  2022: ['国办发明电〔2021〕11号'],
  2023: ['国办发明电〔2022〕16号'],
  2024: ['国办发明电〔2023〕7号'],
  2025: ['国办发明电〔2024〕12号'],
  2026: ['国办发明电〔2025〕7号'],
}
const { isWorkday, getDayDetail } = chineseDays
const DAY_MS = 86_400_000

function yearOf(year, documentNos) {
  const daysOff = []
  const workdays = []
  for (let at = Date.UTC(year, 0, 1); new Date(at).getUTCFullYear() === year; at += DAY_MS) {
    const day = new Date(at).toISOString().slice(0, 10)
    const isWeekend = [0, 6].includes(new Date(at).getUTCDay())
    if (isWorkday(day) && isWeekend) workdays.push(day)
    // The package names a plain weekend by its English weekday, a holiday by both its names.
    if (!isWorkday(day) && (!isWeekend || getDayDetail(day).name.includes(','))) daysOff.push(day)
  }
  return { year, documentNos, daysOff: spans(daysOff), workdays }
}

function spans(days) {
  const runs = []
  for (const day of days) {
    const last = runs.at(-1)
    if (last && Date.parse(day) - Date.parse(last[1]) === DAY_MS) last[1] = day
    else runs.push([day, day])
  }
  return runs
}

const years = Object.entries(NOTICES).map(([year, documentNos]) => yearOf(Number(year), documentNos))
console.log(`/**
 * Public holidays and make-up working days since 2017, made by db/seed/make/holidays.mjs from the package chinese-days.
 * Days [V] against that package (holidays.test.ts), numbers of the notices [S]. An administrator's calendar replaces it.
 */
import type { Calendar } from '../clocks/calendar.ts'

export const HOLIDAYS: Calendar = ${JSON.stringify(years)}`)
