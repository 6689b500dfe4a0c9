/** The draft's name. */
export const REGISTER = 'register-case'
