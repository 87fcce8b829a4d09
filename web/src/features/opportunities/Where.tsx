/** From where one can take part: the places where posts are, and anywhere; any of what is chosen. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";

import { usePlacesOf } from "~/lib/places";
import { Button } from "~/ui/Button";
import { Checkbox } from "~/ui/Field";

import { type Entry, Facet, MOST } from "./Facets";
import type { Chosen } from "./asked";

type WhereProps = {
  places: readonly { place: { code: string; name: string }; count: number }[];
  remote: number;
  chosen: Pick<Chosen, "places" | "remote">;
  onChange: (changed: Partial<Pick<Chosen, "places" | "remote">>) => void;
};

export function Where({ places, remote, chosen, onChange }: WhereProps) {
  const { t } = useLingui();
  const [all, setAll] = useState(false);
  const counted = places.map(({ place, count }) => ({ id: place.code, name: place.name, count }));
  // Nothing that was found is there; it stays chosen until it is taken out.
  const uncounted = usePlacesOf(chosen.places.filter((code) => !counted.some(({ id }) => id === code)));
  const entries: Entry[] = [...counted, ...(uncounted ?? []).map(({ code, name }) => ({ id: code, name, count: 0 }))];
  const hidden = entries.filter(({ id }, index) => index >= MOST && !chosen.places.includes(id)).length;
  return (
    <Facet
      label={t`場所`}
      hint={entries.length > 0 ? t`いくつか選ぶと、どれかに合う募集が並びます。` : undefined}
      first={<Checkbox label={t`リモート可`} count={remote} checked={chosen.remote} onChange={(on) => onChange({ remote: on })} />}
      entries={entries}
      most={all ? entries.length : MOST}
      chosen={entries.map(({ id }) => id).filter((code) => chosen.places.includes(code))}
      onChange={(codes) => onChange({ places: codes })}
      more={hidden > 0 && !all ? <Button variant="quiet" onClick={() => setAll(true)}>{t`ほかの${hidden}件も見る`}</Button> : null}
    />
  );
}
