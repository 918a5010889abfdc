import { account as accountDe } from './de/account.ts';
import { annotate as annotateDe } from './de/annotate.ts';
import { article as articleDe } from './de/article.ts';
import { card as cardDe } from './de/card.ts';
import { claim as claimDe } from './de/claim.ts';
import { claimHistory as claimHistoryDe } from './de/claim-history.ts';
import { claims as claimsDe } from './de/claims.ts';
import { common as commonDe } from './de/common.ts';
import { editor as editorDe } from './de/editor.ts';
import { exhibit as exhibitDe } from './de/exhibit.ts';
import { failure as failureDe } from './de/failure.ts';
import { family as familyDe } from './de/family.ts';
import { feeds as feedsDe } from './de/feeds.ts';
import { folds as foldsDe } from './de/folds.ts';
import { form as formDe } from './de/form.ts';
import { front as frontDe } from './de/front.ts';
import { history as historyDe } from './de/history.ts';
import { importPage as importPageDe } from './de/import.ts';
import { label as labelDe } from './de/label.ts';
import { labelList as labelListDe } from './de/label-list.ts';
import { layout as layoutDe } from './de/layout.ts';
import { live as liveDe } from './de/live.ts';
import { log as logDe } from './de/log.ts';
import { mail as mailDe } from './de/mail.ts';
import { moderation as moderationDe } from './de/moderation.ts';
import { people as peopleDe } from './de/people.ts';
import { person as personDe } from './de/person.ts';
import { print as printDe } from './de/print.ts';
import { problems as problemsDe } from './de/problems.ts';
import { rating as ratingDe } from './de/rating.ts';
import { ruling as rulingDe } from './de/ruling.ts';
import { search as searchDe } from './de/search.ts';
import { settings as settingsDe } from './de/settings.ts';
import { sources as sourcesDe } from './de/sources.ts';
import { textsPage as textsPageDe } from './de/texts-page.ts';
import { thread as threadDe } from './de/thread.ts';
import { verdict as verdictDe } from './de/verdict.ts';
import { account } from './en/account.ts';
import { annotate } from './en/annotate.ts';
import { article } from './en/article.ts';
import { card } from './en/card.ts';
import { claim } from './en/claim.ts';
import { claimHistory } from './en/claim-history.ts';
import { claims } from './en/claims.ts';
import { common } from './en/common.ts';
import { editor } from './en/editor.ts';
import { exhibit } from './en/exhibit.ts';
import { failure } from './en/failure.ts';
import { family } from './en/family.ts';
import { feeds } from './en/feeds.ts';
import { folds } from './en/folds.ts';
import { form } from './en/form.ts';
import { front } from './en/front.ts';
import { history } from './en/history.ts';
import { importPage } from './en/import.ts';
import { label } from './en/label.ts';
import { labelList } from './en/label-list.ts';
import { layout } from './en/layout.ts';
import { live } from './en/live.ts';
import { log } from './en/log.ts';
import { mail } from './en/mail.ts';
import { moderation } from './en/moderation.ts';
import { people } from './en/people.ts';
import { person } from './en/person.ts';
import { print } from './en/print.ts';
import { problems } from './en/problems.ts';
import { rating } from './en/rating.ts';
import { ruling } from './en/ruling.ts';
import { search } from './en/search.ts';
import { settings } from './en/settings.ts';
import { sources } from './en/sources.ts';
import { textsPage } from './en/texts-page.ts';
import { thread } from './en/thread.ts';
import { verdict } from './en/verdict.ts';
import type { Locale } from './locale.ts';

/** The catalogue: one file a namespace and language. English is the shape that every other language must have. */
const en = {
  account,
  mail,
  editor,
  annotate,
  moderation,
  settings,
  people,
  log,
  person,
  rating,
  ruling,
  search,
  import: importPage,
  front,
  claim,
  claims,
  claimHistory,
  family,
  common,
  problems,
  verdict,
  label,
  labelList,
  layout,
  failure,
  article,
  exhibit,
  card,
  live,
  thread,
  textsPage,
  folds,
  form,
  history,
  sources,
  feeds,
  print,
};

export type Messages = typeof en;

const de: Messages = {
  account: accountDe,
  mail: mailDe,
  editor: editorDe,
  annotate: annotateDe,
  moderation: moderationDe,
  settings: settingsDe,
  people: peopleDe,
  log: logDe,
  person: personDe,
  rating: ratingDe,
  ruling: rulingDe,
  search: searchDe,
  import: importPageDe,
  front: frontDe,
  claim: claimDe,
  claims: claimsDe,
  claimHistory: claimHistoryDe,
  family: familyDe,
  common: commonDe,
  problems: problemsDe,
  verdict: verdictDe,
  label: labelDe,
  labelList: labelListDe,
  layout: layoutDe,
  failure: failureDe,
  article: articleDe,
  exhibit: exhibitDe,
  card: cardDe,
  live: liveDe,
  thread: threadDe,
  textsPage: textsPageDe,
  folds: foldsDe,
  form: formDe,
  history: historyDe,
  sources: sourcesDe,
  feeds: feedsDe,
  print: printDe,
};

export const MESSAGES: Record<Locale, Messages> = { en, de };
