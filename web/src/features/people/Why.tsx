/** Where else in a profile the words were found: one line for each field, with the words marked. */
import { useLingui } from "@lingui/react/macro";
import { Fragment } from "react";

import { Marked } from "~/ui/Text";

import { type Segment, markedLines } from "./marks";

type Found = readonly { field: string; segments: readonly Segment[] }[];

/** The name and the line under it are marked in their own places. */
export const elsewhere = (found: Found): Found => found.filter(({ field, segments }) => field !== "name" && field !== "headline" && markedLines(segments).length > 0);

export function Why({ found }: { found: Found }) {
  const { t } = useLingui();
  const labels: Record<string, string> = {
    formerName: t`在籍時のお名前`,
    gives: t`お手伝いできること`,
    asks: t`探していること`,
    skills: t`スキル`,
    presentPosition: t`現在のお仕事`,
    place: t`地域`,
    bio: t`自己紹介`,
  };
  return found.map(({ field, segments }, index) => (
    <Fragment key={field}>
      {index > 0 ? <br /> : null}
      {labels[field]}
      {t`：`}
      {markedLines(segments).map((line, place) => (
        <Fragment key={place}>
          {place > 0 ? t`、` : null}
          <Marked segments={line} />
        </Fragment>
      ))}
    </Fragment>
  ));
}
