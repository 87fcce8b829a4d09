/** What those eyes see: found or not, each field with its text or that it is not shown, each post, and what this cannot show. */
import { useLingui } from "@lingui/react/macro";

import { type FragmentType, graphql, readFragment } from "~/gql/privacy";
import { companyName } from "~/lib/companies";
import { formatPeriod } from "~/lib/dates";
import { activeLanguage } from "~/lib/language";
import { availabilityWords } from "~/lib/words";
import { Card } from "~/ui/Card";
import { textLanguage } from "~/ui/language";
import { Notice } from "~/ui/Notice";
import { PersonName } from "~/ui/PersonName";
import { Quiet, Stack, Terms } from "~/ui/Text";

import { FIELDS, type Field, useFieldLabels } from "./fields";

const ViewedFragment = graphql(`
  fragment Viewed on ViewedAs {
    found
    profile {
      name
      reading
      formerName
      presentPosition
      headline
      bio
      place
      gives
      asks
      skills
      languages
      links
      availability
      photo
      affiliations {
        startedOn
        endedOn
        company {
          id
          name
          nameEn
        }
      }
    }
    opportunities {
      opportunity
      title
      seen
      namesAuthor
    }
  }
`);

export function Viewed(props: { seen: FragmentType<typeof ViewedFragment> }) {
  const { t, i18n } = useLingui();
  const labels = useFieldLabels();
  const { found, profile, opportunities } = readFragment(ViewedFragment, props.seen);
  const none = t`見えません（または、書いていません）`;
  const written = (field: Field): string | null => {
    if (!profile) return null;
    if (field === "photo") return profile.photo ? t`見えます` : null;
    if (field === "availability") return profile.availability && i18n._(availabilityWords[profile.availability]);
    const value = profile[field];
    return typeof value === "string" ? value : (value?.join(t`、`) ?? null);
  };
  const posts = opportunities.map((post) => ({
    key: post.opportunity,
    label: post.title,
    value: post.seen ? (post.namesAuthor ? t`見えます` : t`見えますが、あなたのお名前は出ません`) : t`見えません`,
  }));
  return (
    <Stack gap={4}>
      <div role="status">
        <Notice icon={profile ? "eye" : "lock"} title={profile ? t`この人には、あなたのページが見えます。` : t`この人には、あなたのページは見えません。`}>
          <p>{found ? t`お名前で検索すると、見つかります。` : t`お名前で検索しても、見つかりません。`}</p>
        </Notice>
      </div>
      {profile ? (
        <Card>
          <Stack gap={4}>
            <PersonName name={profile.name} plain={profile.name} reading={profile.reading} as="h3" />
            <Terms
              terms={[
                ...profile.affiliations.map((time, index) => ({
                  key: `time-${index}`,
                  label: time.company ? companyName(time.company) : "",
                  value: formatPeriod(time.startedOn, time.endedOn, activeLanguage()),
                })),
                ...FIELDS.map((field) => {
                  const text = written(field);
                  return { key: field, label: labels[field], value: text ? <span lang={textLanguage(text)}>{text}</span> : <Quiet as="span">{none}</Quiet> };
                }),
              ]}
            />
          </Stack>
        </Card>
      ) : null}
      {posts.length > 0 ? (
        <Card label={t`いま出している募集`}>
          <Terms terms={posts} />
        </Card>
      ) : null}
      <Quiet>
        {t`これは、その立場の確認済みのメンバー1人を想定した見え方です。つながりのある人、名前を選んで見せない人、ブロックしている人、ほかの会社にもいた人、事務局と運営者には、別の見え方をします。書き換えの直後は、検索に反映されるまで数秒かかることがあります。`}
      </Quiet>
    </Stack>
  );
}
