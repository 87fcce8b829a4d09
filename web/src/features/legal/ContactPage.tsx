/** Who runs this place and how to reach them; what to do first when something is wrong. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";

import { paths } from "~/lib/paths";
import { useSite } from "~/lib/viewer";
import { Page, Section } from "~/ui/Page";
import { Terms } from "~/ui/Text";

/** A contact is a mail address, a page, or words. */
function Contact({ contact }: { contact: string }) {
  if (/^[^\s@]+@[^\s@]+$/.test(contact)) return <a href={`mailto:${contact}`}>{contact}</a>;
  if (/^https?:\/\//.test(contact)) return <a href={contact}>{contact}</a>;
  return contact;
}

export function ContactPage() {
  const { t } = useLingui();
  const { operatedBy, contact } = useSite();
  return (
    <Page title={t`お問い合わせ`} narrow>
      <Terms
        terms={[
          { key: "who", label: t`運営元`, value: operatedBy },
          { key: "how", label: t`連絡先`, value: <Contact contact={contact} /> },
        ]}
      />
      <Section title={t`こんなときは`}>
        <p>{t`気になる投稿や人、やりとりがあるときは、そのページの「知らせる」をお使いください。担当の運営者か事務局に、すぐ届きます。`}</p>
        <p>{t`情報の写しと退会は、ログインして「わたし」の「データと退会」から、ご自分でできます。`}</p>
        <p>{t`在籍歴の確認が1週間たっても終わらないとき、ログインできなくなったとき、会社の名前の扱いについてのご連絡は、上の連絡先へお願いします。`}</p>
        <p>
          <Trans>
            情報の扱いは<Link href={paths.privacy}>プライバシーポリシー</Link>、約束ごとは<Link href={paths.terms}>利用規約</Link>に書いています。
          </Trans>
        </p>
      </Section>
    </Page>
  );
}
