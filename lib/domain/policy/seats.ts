/** Where somebody sits: what pages, lists and notices ask of an actor's posts. What a post may do: ties.ts. */
type Seated = Readonly<{ seats: readonly Readonly<{ unitId: string; post: string }>[] }>

export const sitsIn = ({ seats }: Seated, unitId: string): boolean => seats.some((seat) => seat.unitId === unitId)
export const holds = ({ seats }: Seated, unitId: string, post: string): boolean =>
  seats.some((seat) => seat.unitId === unitId && seat.post === post)
