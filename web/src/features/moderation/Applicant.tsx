/** What there is to decide an application by: who, where and when, colleagues' words, answers, and what was asked back. */
import { useLingui } from "@lingui/react/macro";

import { type FragmentType, graphql, readFragment } from "~/gql/moderation";
import { companyName } from "~/lib/companies";
import { formatAgo } from "~/lib/dates";
import { activeLanguage } from "~/lib/language";
import { paths } from "~/lib/paths";
import { verificationWords } from "~/lib/words";
import { textLanguage } from "~/ui/language";
import { Confirmed, PersonName } from "~/ui/PersonName";
import { Said } from "~/ui/Said";
import { Tag } from "~/ui/Tag";
import { Quiet, Stack } from "~/ui/Text";

import { Tenure } from "./Tenure";
import { Words } from "./Words";
import { awaitsReply } from "./selection";

const ApplicantFragment = graphql(`
  fragment Applicant on ApplicationToDecide {
    id
    waitingSince
    group {
      id
      name
      nameEn
    }
    person {
      id
      name
      reading
      formerName
      headline
    }
    application {
      id
      cameBy
      answers {
        question
        answer
      }
      messages {
        id
        fromGroup
        body
        at
      }
      affiliations {
        id
        startedOn
        endedOn
        department
        title
        verification
        company {
          id
          name
          nameEn
        }
        vouches {
          id
          state
          heldBecause
          from
          until
          statement
          voucher {
            id
            name
          }
        }
      }
    }
  }
`);

export function Applicant(props: { item: FragmentType<typeof ApplicantFragment> }) {
  const { t, i18n } = useLingui();
  const language = activeLanguage();
  const { person, application, group, waitingSince } = readFragment(ApplicantFragment, props.item);
  const { answers, messages, affiliations } = application;
  const link = application.cameBy ?? "";
  const formerName = person.formerName ?? "";
  const waited = formatAgo(waitingSince, language);
  const words = affiliations.flatMap(({ vouches }) => vouches);
  return (
    <Stack gap={3}>
      <PersonName name={person.name} plain={person.name} reading={person.reading} href={paths.person(person.id)} as="h2">
        {formerName ? <Quiet>{t`在籍時のお名前：${formerName}`}</Quiet> : null}
        {affiliations.map((one) => (
          <div key={one.id}>
            <Tenure tenure={one} />
            {one.verification === "SELF_DECLARED" ? null : <Confirmed>{i18n._(verificationWords[one.verification])}</Confirmed>}
          </div>
        ))}
        <Quiet>
          {[group ? companyName(group) : t`事務局が決めます`, link ? t`参加リンク：${link}` : "", t`申し込み：${waited}`].filter(Boolean).join(language === "ja" ? "・" : " · ")}
        </Quiet>
      </PersonName>
      {awaitsReply(messages) ? (
        <div>
          <Tag tone="outline">{t`質問への返事を待っています`}</Tag>
        </div>
      ) : null}
      {person.headline ? <p lang={textLanguage(person.headline)}>{person.headline}</p> : null}
      {words.length > 0 ? <Words vouches={words} /> : <Quiet>{t`元同僚の確認はまだありません`}</Quiet>}
      {answers.map(({ question, answer }) => (
        <Said key={question} by={question} text={answer} lang={textLanguage(answer)} />
      ))}
      {messages.map(({ id, fromGroup, body, at }) => {
        const ago = formatAgo(at, language);
        return <Said key={id} by={fromGroup ? t`グループからの質問・${ago}` : t`本人の返事・${ago}`} text={body} lang={textLanguage(body)} />;
      })}
    </Stack>
  );
}
