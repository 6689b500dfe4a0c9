/** What a broken page says. By itself: it is drawn in the browser, and must not bring the whole catalogue along. */
export const zh = {
  fault: {
    title: '系统出了问题',
    text: (id: string) => `系统出了问题，这一步可能没有办成。请稍后再试；再次出现时，请把编号 ${id} 告诉系统管理员。`,
    again: '再试一次',
  },
}

export const en: typeof zh = {
  fault: {
    title: 'Something went wrong',
    text: (id) =>
      `Something went wrong and this step may not have gone through. Try again later; if it happens again, give the system administrator the reference ${id}.`,
    again: 'Try again',
  },
}
