/** What every request to the graph bears. */
import { activeLanguage } from "./language";

export const requestOptions = (more?: Record<string, string>): RequestInit => ({
  headers: { "Accept-Language": activeLanguage(), "X-Engawa-Language": activeLanguage(), ...more },
});
