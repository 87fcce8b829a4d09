/** A post as others will see it, before anybody does. */
import { useLingui } from "@lingui/react/macro";

import { formatUntil } from "~/lib/dates";
import { activeLanguage } from "~/lib/language";
import { useMember } from "~/lib/viewer";
import { levelWords } from "~/lib/words";
import { Card } from "~/ui/Card";
import { PersonName } from "~/ui/PersonName";
import { Quiet, Stack } from "~/ui/Text";
import { textLanguage } from "~/ui/language";

import { Sheet } from "./Sheet";
import style from "./Sheet.module.css";
import { type Asked, type Post, readable } from "./form";

export function Preview({ post, fields }: { post: Post; fields: readonly Asked[] }) {
  const { t, i18n } = useLingui();
  const { name } = useMember();
  const { kind, direction, title, body, skills, place, remote, audience, lastDay } = post;
  if (kind === "" || direction === "") return null;
  const until = formatUntil(lastDay, activeLanguage());
  const hidden = post.exclusions.map(({ name }) => name).join(t`・`);
  const readers = i18n._(levelWords[audience]);
  return (
    <Stack gap={4}>
      <Quiet>{t`見せる相手：${readers}・${until}`}</Quiet>
      {hidden ? <Quiet>{t`見せない会社・人：${hidden}`}</Quiet> : null}
      <Card as="article">
        <Sheet
          kind={kind}
          direction={direction}
          title={title}
          heading="h2"
          author={
            <PersonName name={name} plain={name}>
              <p>{t`お名前と在籍歴は、在籍歴を確認したメンバーだけに見えます。`}</p>
            </PersonName>
          }
          terms={readable(fields, post.terms)}
          body={
            <p className={style.plain} lang={textLanguage(body)}>
              {body}
            </p>
          }
          skills={skills}
          place={place.trim() || null}
          remote={remote}
        />
      </Card>
    </Stack>
  );
}
