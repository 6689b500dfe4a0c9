/** What a broken page says. By itself: it is drawn in the browser, and must not bring the whole catalogue along. */
export const FAULTS = ['fault.no-space', 'fault.closed', 'fault.busy', 'fault.no-database', 'fault.disk', 'fault.descriptors'] as const
/** What is nobody's mistake and will pass (lib/server/boot/faults.ts). */
export type FaultCode = (typeof FAULTS)[number]

export const faultCodeOf = (text: string | undefined): FaultCode | null => FAULTS.find((code) => code === text) ?? null

export const zh = {
  fault: {
    title: '系统出了问题',
    text: (id: string) => `系统出了问题，这一步可能没有办成。请稍后再试；再次出现时，请把编号 ${id} 告诉系统管理员。`,
    retry: '再试一次',
    because: {
      'fault.no-space': '服务器磁盘已满，这一步没有办成；此前办成的都在。请告诉系统管理员，稍后再试。',
      'fault.closed': '服务器的数据文件夹暂时不能写入，这一步没有办成；此前办成的都在。请告诉系统管理员，稍后再试。',
      'fault.busy': '数据库正被占用，这一步没有办成。请稍后再试。',
      'fault.no-database': '数据库暂时连接不上，这一步可能没有办成。请稍后再试；已办成的不会重复办理。',
      'fault.disk': '服务器磁盘读写出错，这一步可能没有办成。请告诉系统管理员。',
      'fault.descriptors': '服务器同时打开的文件过多，这一步没有办成。请稍后再试；经常出现时，请告诉系统管理员。',
    } satisfies Readonly<Record<FaultCode, string>>,
  },
}

export const en: typeof zh = {
  fault: {
    title: 'Something went wrong',
    text: (id) =>
      `Something went wrong and this step may not have gone through. Try again later; if it happens again, give the system administrator the reference ${id}.`,
    retry: 'Try again',
    because: {
      'fault.no-space':
        'The server’s disk is full, so this step was not done; everything done before is safe. Tell the system administrator and try again later.',
      'fault.closed':
        'The server’s data folder cannot be written at the moment, so this step was not done; everything done before is safe. Tell the system administrator and try again later.',
      'fault.busy': 'The database is in use by something else, so this step was not done. Try again in a moment.',
      'fault.no-database':
        'The database does not answer at the moment, so this step may not have been done. Try again in a moment; what was done is not done twice.',
      'fault.disk': 'The server’s disk reports an error, so this step may not have been done. Tell the system administrator.',
      'fault.descriptors':
        'The server has too many files open at once, so this step was not done. Try again in a moment; if it happens often, tell the system administrator.',
    },
  },
}
