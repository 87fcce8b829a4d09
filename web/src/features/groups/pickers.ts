/** What picks companies and people: heavy, so loaded together once somebody picks. */
export { Companies } from "./Companies";
export { GrantRole } from "./GrantRole";
