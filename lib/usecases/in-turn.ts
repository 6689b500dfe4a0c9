/** One after another, by name, inside this process; different names do not wait for each other. */
export function inTurns(): <T>(name: string, job: () => Promise<T>) => Promise<T> {
  const tails = new Map<string, Promise<unknown>>()
  return (name, job) => {
    const mine = (tails.get(name) ?? Promise.resolve()).then(job, job)
    tails.set(name, mine)
    const leave = (): void => {
      if (tails.get(name) === mine) tails.delete(name)
    }
    mine.then(leave, leave)
    return mine
  }
}
