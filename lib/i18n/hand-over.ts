/** The form by which items and material are handed over to the body that filed (Order 310 art. 12). */
export const zh = {
  handOver: {
    title: '移交涉案物品和材料',
    lead: (body: string) => `逐项移交给${body}，可以分次办理。移交后由对方核对签字。`,
    now: '本次移交',
    kept: '不移交的，写明存放地点',
    keptHint: '由其他单位保管等原因不移交的填写；既不移交也不填写的，留待下次办理',
    filesHint: '随物品移交原件的，在这里选择',
    timeHint: '例如 14:20',
    fields: { files: '移交原件的材料', place: '交接地点', on: '交接日期', time: '交接时间', text: '备注' },
    go: '签字并移交',
  },
}
export const en: typeof zh = {
  handOver: {
    title: 'Hand over items and material',
    lead: (body) => `Item by item to ${body}, in parts if need be. The body then checks and signs.`,
    now: 'Handed over now',
    kept: 'If not handed over: where it is kept',
    keptHint: 'For what another body keeps, for example. Leave both empty for a later hand-over',
    filesHint: 'Choose files whose originals are given along',
    timeHint: 'For example 14:20',
    fields: { files: 'Originals given along', place: 'Place', on: 'Date', time: 'Time', text: 'Remarks' },
    go: 'Sign and hand over',
  },
}
