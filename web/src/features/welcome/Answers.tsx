/** The questions people ask before they join, answered as the code behaves. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";

import { paths } from "~/lib/paths";
import { Section } from "~/ui/Page";

import style from "./WelcomePage.module.css";

export function Employer() {
  const { t } = useLingui();
  return (
    <div className={style.answer}>
      <h2>{t`今の勤務先に知られますか？`}</h2>
      <p>
        <Trans>
          ログインしていない人に、あなたのお名前は見えません。在籍を確認したメンバーには、お名前と在籍歴が見えます。その中には、今の勤務先の社員や会社側の窓口がいることもあります。
        </Trans>
      </p>
      <p>
        <Trans>
          自分を見せたくない勤務先も選べます。選んだ会社にいた人と、いまいる人には、あなたのプロフィールが見えなくなります。だれにも知らせません。ただし、在籍歴を登録していない人は、どの会社の人かわからないため、防げません。事務局と、在籍を確認する運営者には見えます。
        </Trans>
      </p>
      <p>
        <Trans>
          現職やひとこと、探していることなどは、項目ごとに見せる相手を「自分だけ」まで狭められます。見られたくないメンバーはブロックできます（相手に通知は届きません）。
        </Trans>
      </p>
    </div>
  );
}

export function HowToJoin() {
  const { t } = useLingui();
  return (
    <Section title={t`参加条件と流れ`} id="join">
      <p>{t`企業や官公庁を卒業した方なら、どなたでも参加できます。アルムナイのグループに入っていなくてもかまいません。`}</p>
      <ol className={style.steps}>
        <li className={style.step}>
          <span>{t`お名前、メールアドレス、出身企業と在籍期間を登録します。書類は求めません。`}</span>
        </li>
        <li className={style.step}>
          <span>{t`その会社のアルムナイの運営者が、在籍歴を確認します。運営者のいない会社は、事務局が確認します。元同僚に確認をお願いする方法もあります。`}</span>
        </li>
        <li className={style.step}>
          <span>{t`確認できたら、人を探し、募集を出し、直接やりとりできます。運営者を通す必要はありません。`}</span>
        </li>
      </ol>
    </Section>
  );
}

export function WhoRuns({ operatedBy }: { operatedBy: string }) {
  const { t } = useLingui();
  return (
    <Section title={t`だれが運営していますか？`}>
      <p>{t`${operatedBy}が運営しています。利用は無料です。どの会社も、この場所を推薦・後援していません。`}</p>
      <p>
        <Trans>
          約束ごとは<Link href={paths.terms}>利用規約</Link>に、情報の扱いは<Link href={paths.privacy}>プライバシーポリシー</Link>に書いています。
        </Trans>
      </p>
    </Section>
  );
}
