/** The one password of all demo people: the seed sets it, the sign-in page of a demo shows it. */
export const DEMO_PASSWORD = 'demo-2026-yanshi'
