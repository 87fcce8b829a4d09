/** The words of the domain for each code of the schema, in the reader's language; a code without a word does not compile. */
import { type MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

export type OpportunityKind =
  | "HIRING"
  | "CONTRACT"
  | "CO_CREATION"
  | "EVENT"
  | "SPEAKER"
  | "VENUE"
  | "PUBLICITY"
  | "CONTENT_PRODUCTION"
  | "SOUNDING_BOARD"
  | "MENTORING"
  | "OTHER";
export type Direction = "SEEKING" | "OFFERING";
export type VerificationLevel = "SELF_DECLARED" | "COLLEAGUE" | "OPERATOR" | "COMPANY";
export type Level = "ANYONE" | "SIGNED_IN" | "VERIFIED" | "CHOSEN_GROUPS" | "OWN_GROUPS" | "CONNECTIONS" | "ONLY_ME";
export type ResponseState = "RESPONDED" | "TALKING" | "AGREED" | "DECLINED" | "WITHDRAWN";
export type CloseReason = "FOUND" | "ENDED" | "WITHDRAWN" | "EXPIRED";
export type Role = "OWNER" | "OPERATOR" | "DEPUTY" | "COMPANY_CONTACT";
export type RunBy = "COMPANY" | "VOLUNTEERS" | "JOINTLY";
export type Recognition = "OFFICIAL" | "ACKNOWLEDGED" | "NONE";
export type ReportReason = "SPAM" | "SOLICITATION" | "HARASSMENT" | "IMPERSONATION" | "CONFIDENTIAL" | "OTHER";

export type Availability = "NOW" | "TALK" | "CONSIDERING" | "NOT_NOW";
export type NextStep = "GIVES" | "READING" | "ASKS" | "HEADLINE" | "AVAILABILITY";

type Words<T extends string> = Record<T, MessageDescriptor>;

export const kindWords: Words<OpportunityKind> = {
  HIRING: msg`採用`,
  CONTRACT: msg`業務委託・副業`,
  CO_CREATION: msg`共創・協業`,
  EVENT: msg`イベント・共催`,
  SPEAKER: msg`登壇`,
  VENUE: msg`会場`,
  PUBLICITY: msg`PR`,
  CONTENT_PRODUCTION: msg`コンテンツ制作`,
  SOUNDING_BOARD: msg`壁打ち`,
  MENTORING: msg`メンタリング`,
  OTHER: msg`そのほか`,
};

export const directionWords: Words<Direction> = { SEEKING: msg`探しています`, OFFERING: msg`提供できます` };

export const verificationWords: Words<VerificationLevel> = {
  SELF_DECLARED: msg`本人の登録（未確認）`,
  COLLEAGUE: msg`元同僚が確認`,
  OPERATOR: msg`運営者が確認`,
  COMPANY: msg`会社が確認`,
};

export const levelWords: Words<Level> = {
  ANYONE: msg`だれでも（公開ページ）`,
  SIGNED_IN: msg`ログインした人`,
  VERIFIED: msg`在籍を確認したメンバー`,
  CHOSEN_GROUPS: msg`選んだグループ`,
  OWN_GROUPS: msg`自分のグループ`,
  CONNECTIONS: msg`つながりのある人`,
  ONLY_ME: msg`自分だけ`,
};

export const availabilityWords: Words<Availability> = {
  NOW: msg`今すぐ手伝える`,
  TALK: msg`まずは相談`,
  CONSIDERING: msg`検討中`,
  NOT_NOW: msg`今は難しい`,
};

export const responseWords: Words<ResponseState> = {
  RESPONDED: msg`返答待ち`,
  TALKING: msg`やりとり中`,
  AGREED: msg`成立`,
  DECLINED: msg`見送り`,
  WITHDRAWN: msg`辞退`,
};

export const closeWords: Words<CloseReason> = {
  FOUND: msg`見つかりました`,
  ENDED: msg`募集を終えました`,
  WITHDRAWN: msg`取り下げました`,
  EXPIRED: msg`期限になりました`,
};

export const roleWords: Words<Role> = { OWNER: msg`代表`, OPERATOR: msg`運営者`, DEPUTY: msg`副運営者`, COMPANY_CONTACT: msg`会社側窓口` };

export const runByWords: Words<RunBy> = { COMPANY: msg`会社主催`, VOLUNTEERS: msg`有志主催`, JOINTLY: msg`共同` };

export const recognitionWords: Words<Recognition> = { OFFICIAL: msg`公式・委託`, ACKNOWLEDGED: msg`公認・後援`, NONE: msg`会社の公認なし` };

export const reportWords: Words<ReportReason> = {
  SPAM: msg`宣伝・迷惑な投稿`,
  SOLICITATION: msg`勧誘（投資・ネットワークビジネス・宗教）`,
  HARASSMENT: msg`いやがらせ`,
  IMPERSONATION: msg`なりすまし`,
  CONFIDENTIAL: msg`秘密の情報が書かれている`,
  OTHER: msg`そのほか`,
};

const respond = { HIRING: msg`話を聞きたい`, OFFERING: msg`相談したい`, SEEKING: msg`手を挙げる` };

/** What one does towards an opportunity, by its kind and direction. */
export function respondWord(kind: OpportunityKind, direction: Direction): MessageDescriptor {
  if (kind === "HIRING") return respond.HIRING;
  return respond[direction];
}
