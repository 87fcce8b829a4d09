/** Which kind of opportunity, among those that this deployment offers, and whether one seeks or offers. */
import { msg } from "@lingui/core/macro";
import type { MessageDescriptor } from "@lingui/core";
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";

import { graphql } from "~/gql/opportunities";
import { type Direction, type OpportunityKind, directionWords, kindWords } from "~/lib/words";
import { RadioGroup } from "~/ui/Field";
import { Stack } from "~/ui/Text";

import style from "./Kind.module.css";
import { Place } from "./Place";
import { directionsOf, type SheetProps } from "./form";

const KindsQuery = graphql(`
  query Kinds {
    site {
      kinds
    }
  }
`);

const hints: Record<OpportunityKind, MessageDescriptor> = {
  HIRING: msg`社員やパートとして働く人（カムバック採用も）`,
  CONTRACT: msg`仕事として、報酬のある業務をたのむ・引き受ける`,
  CO_CREATION: msg`一緒に何かをつくる相手`,
  EVENT: msg`イベントの参加者や、ともに開くグループ`,
  SPEAKER: msg`話をする人`,
  VENUE: msg`集まる場所`,
  PUBLICITY: msg`知らせる、広める`,
  CONTENT_PRODUCTION: msg`記事、写真、映像などをつくる`,
  SOUNDING_BOARD: msg`考えを聞いてもらう、30分ほどからの相談`,
  MENTORING: msg`続けて相談に乗る`,
  OTHER: msg`上のどれでもないもの`,
};

const directionHints: Record<Direction, MessageDescriptor> = {
  SEEKING: msg`人や場所、助けを求めています`,
  OFFERING: msg`自分にできることを差し出します`,
};

export function Kind({ post, onChange, errorAt }: SheetProps) {
  const { t, i18n } = useLingui();
  const [{ data }] = useQuery({ query: KindsQuery });
  const kinds = data?.site.kinds ?? (Object.keys(kindWords) as OpportunityKind[]);
  const directions = directionsOf(post.kind);
  const choose = (kind: OpportunityKind) => {
    const possible = directionsOf(kind);
    const [only] = possible;
    const kept = post.direction !== "" && possible.includes(post.direction) ? post.direction : "";
    onChange({ kind, direction: possible.length === 1 && only ? only : kept });
  };
  return (
    <Stack gap={5}>
      <Place field="kind">
        <div className={style.pairs}>
          <RadioGroup<OpportunityKind>
            label={t`種類`}
            value={post.kind}
            onChange={choose}
            error={errorAt("kind")}
            choices={kinds.map((value) => ({ value, label: i18n._(kindWords[value]), hint: i18n._(hints[value]) }))}
          />
        </div>
      </Place>
      <Place field="direction">
        <div className={style.pairs}>
          <RadioGroup<Direction>
            label={t`向き`}
            value={post.direction}
            onChange={(direction) => onChange({ direction })}
            error={errorAt("direction")}
            choices={directions.map((value) => ({ value, label: i18n._(directionWords[value]), hint: i18n._(directionHints[value]) }))}
          />
        </div>
      </Place>
    </Stack>
  );
}
