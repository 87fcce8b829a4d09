/** A filter in words: what is asked for, piece by piece. */
import { useLingui } from "@lingui/react/macro";

import type { Filter } from "~/lib/opportunityFilter";
import { directionWords, kindWords } from "~/lib/words";

/** `places` and `others` are the names of what the filter holds by code and id. */
export function useDescribed(): (filter: Pick<Filter, "text" | "kinds" | "directions" | "remote">, places: readonly string[], others: readonly string[]) => string[] {
  const { t, i18n } = useLingui();
  return ({ text, kinds, directions, remote }, places, others) => [
    ...(text?.trim() ? [text.trim()] : []),
    ...kinds.map((kind) => i18n._(kindWords[kind])),
    ...directions.map((direction) => i18n._(directionWords[direction])),
    ...places,
    ...(remote ? [t`リモート可`] : []),
    ...(remote === false ? [t`リモートではない`] : []),
    ...others,
  ];
}
