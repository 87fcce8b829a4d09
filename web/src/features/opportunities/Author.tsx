/** Who posts an opportunity: name, companies and what confirmed them; or why the reader sees no name yet. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";

import { type FragmentType, graphql, readFragment } from "~/gql/opportunities";
import { companyName } from "~/lib/companies";
import { paths } from "~/lib/paths";
import { useViewer } from "~/lib/viewer";
import { verificationWords } from "~/lib/words";
import { Notice } from "~/ui/Notice";
import { Confirmed, PersonName } from "~/ui/PersonName";

import style from "./Author.module.css";

const AuthorFragment = graphql(`
  fragment PostAuthor on Person {
    id
    name
    reading
    affiliations {
      id
      verification
      company {
        id
        name
        nameEn
      }
    }
  }
`);

export function Author(props: { author: FragmentType<typeof AuthorFragment> | null | undefined; address: string }) {
  const { i18n } = useLingui();
  const author = readFragment(AuthorFragment, props.author);
  if (!author) return <Nameless address={props.address} />;
  const confirmed = author.affiliations.filter(({ verification }) => verification !== "SELF_DECLARED");
  return (
    <PersonName name={author.name} plain={author.name} reading={author.reading} href={paths.person(author.id)}>
      <ul className={style.companies}>
        {confirmed.map(({ id, company, verification }) => {
          const name = <Link href={paths.company(company.id)}>{companyName(company)}</Link>;
          return (
            <li key={id}>
              <Trans>{name}出身</Trans> <Confirmed>{i18n._(verificationWords[verification])}</Confirmed>
            </li>
          );
        })}
      </ul>
    </PersonName>
  );
}

function Nameless({ address }: { address: string }) {
  const viewer = useViewer();
  if (viewer?.standing === "VERIFIED") return null;
  return (
    <Notice icon="lock">
      <p>
        {viewer ? (
          <Trans>
            在籍歴が確認されると、募集者のお名前が見られます。<Link href={paths.pending}>だれが確認するかを見る</Link>
          </Trans>
        ) : (
          <Trans>
            募集者のお名前は、在籍歴を確認したメンバーだけに見えます。<Link href={paths.signIn(address)}>ログイン</Link>
          </Trans>
        )}
      </p>
    </Notice>
  );
}
