/** The entry: theme and language before the first drawing, then the application. */
import "../ui/tokens.css";
import "../ui/base.css";

import { createRoot } from "react-dom/client";

import { activateLanguage, preferredLanguage } from "~/lib/language";

import { App } from "./App";
import { applyTheme, storedTheme } from "./theme";

applyTheme(storedTheme());

const root = document.getElementById("root");
if (!root) throw new Error("The page has no root element.");

await activateLanguage(preferredLanguage());
createRoot(root).render(<App />);
