// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.notices;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import loalang.announcements.Notice;
import loalang.announcements.SpokenTimes;
import loalang.announcements.episode.ReadingTime;
import loalang.announcements.script.ScriptSentence;
import loalang.announcements.script.SourceSpan;
import loalang.controller.api.Rooms;
import loalang.controller.audit.Author;
import loalang.controller.ledger.AiringRecord;
import loalang.controller.reading.DictionaryRow;
import loalang.controller.reading.FixedReading;
import loalang.controller.studio.EarlierText;
import loalang.controller.studio.ListeningDesk;
import loalang.controller.studio.NoticeCard;
import loalang.controller.studio.ScriptDesk;
import loalang.controller.studio.TextDesk;
import loalang.protocol.AnnouncementId;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/** Puts the pages about notices together from what the rooms know. On the event loop. */
final class NoticeDesk {
  private static final int FOUND = 500;
  private static final int SHOWN = 100;
  private static final int AIRINGS = 20;
  private static final Pattern PLACE = Pattern.compile("(\\d{1,8})-(\\d{1,8})");

  private final Rooms rooms;

  NoticeDesk(Rooms rooms) {
    this.rooms = rooms;
  }

  /**
   * What somebody looks at.
   *
   * @param first the number of the first sentence, from 0
   * @param slot in minutes; 0 for none
   * @param place of the text; empty if none
   * @param word to be looked up in the text; empty if none
   */
  record Look(int first, int slot, Optional<String> place, Optional<String> word) {
    static final Look PLAIN = new Look(0, 0, Optional.empty(), Optional.empty());
  }

  Future<NoticeList> list(String words, Optional<NoticeState> state) {
    Future<List<NoticeCard>> found = rooms.desks().writing().texts().find(words, FOUND);
    Future<Set<AnnouncementId>> aired = rooms.log().aired();
    return Future.all(found, aired)
        .map(
            both -> {
              List<NoticeList.Row> rows =
                  found.result().stream()
                      .map(card -> new NoticeList.Row(card, stateOf(card, aired.result())))
                      .filter(row -> state.isEmpty() || row.state() == state.get())
                      .toList();
              boolean isCut = rows.size() > SHOWN;
              return new NoticeList(words, state, isCut ? rows.subList(0, SHOWN) : rows, isCut);
            });
  }

  Future<NoticePage> page(AnnouncementId id, Look look) {
    Future<Notice> notice = rooms.desks().studio().read(id);
    Future<List<EarlierText>> texts = rooms.desks().writing().texts().history(id);
    Future<List<AiringRecord>> airings = rooms.log().ofNotice(id, AIRINGS);
    return Future.all(notice, texts, airings)
        .compose(
            known ->
                rooms
                    .desks()
                    .scripts()
                    .ofNotice(
                        id,
                        shown ->
                            put(shown, notice.result(), history(texts, airings.result()), look)))
        .map(page -> page.made(Making.of(rooms, id, page.notice().language())))
        .compose(page -> Consent.of(rooms, page.card()).map(page::heard));
  }

  /** Where a notice was and will be heard. */
  Future<NoticePage.History> airings(AnnouncementId id) {
    return rooms
        .log()
        .ofNotice(id, AIRINGS)
        .map(airings -> new NoticePage.History(List.of(), airings));
  }

  /** The form for changing a text. */
  Future<EditPage> edit(AnnouncementId id) {
    Future<NoticeCard> card = rooms.desks().studio().find(id);
    Future<Notice> notice = rooms.desks().studio().read(id);
    Future<List<EarlierText>> texts = rooms.desks().writing().texts().history(id);
    Future<List<AiringRecord>> airings = rooms.log().ofNotice(id, AIRINGS);
    return Future.all(card, notice, texts, airings)
        .map(
            known ->
                new EditPage(
                    card.result(),
                    TypedForm.of(notice.result(), card.result().title()),
                    texts.result().size(),
                    airings.result().stream().filter(NoticeDesk::isWaiting).toList(),
                    Optional.empty()));
  }

  /** One text of a notice; fails with NOTICE_UNKNOWN if it never had that many. */
  Future<TextPage> text(AnnouncementId id, int number) {
    Future<NoticeCard> card = rooms.desks().studio().find(id);
    Future<List<EarlierText>> texts = rooms.desks().writing().texts().history(id);
    return Future.all(card, texts)
        .map(
            known -> {
              List<EarlierText> all = texts.result();
              if (number < 1 || number > all.size()) {
                throw new ProblemException(noSuchText(id, number));
              }
              EarlierText text = all.get(number - 1);
              Optional<EarlierText> before =
                  number == 1 ? Optional.empty() : Optional.of(all.get(number - 2));
              String old = before.map(TextDesk::bodyOf).orElse(TextDesk.bodyOf(text));
              return new TextPage(
                  card.result(), text, before, TextRun.between(old, TextDesk.bodyOf(text)));
            });
  }

  /**
   * Says a place otherwise in this notice alone, or everywhere. Where a rule reads before the
   * dictionary does, the place is fixed for this notice as well.
   *
   * @return the key of what to say about it
   */
  Future<String> mend(AnnouncementId id, MendForm wish, Author by) {
    if (!wish.forAll()) {
      return fix(id, wish, by).map("reading-kept");
    }
    DictionaryRow row = new DictionaryRow(wish.piece().written(), wish.spoken(), "", id.value());
    return rooms
        .desks()
        .dictionary()
        .put(row, OptionalLong.empty(), by)
        .compose(
            put -> wish.isFixed() ? letGo(id, wish.piece(), by) : Future.<Void>succeededFuture())
        .compose(free -> rooms.desks().scripts().ofNotice(id, shown -> isSaid(shown, wish)))
        .compose(
            isSaid ->
                isSaid
                    ? Future.succeededFuture("reading-in-dictionary")
                    : fix(id, wish, by).map("reading-in-dictionary-and-here"));
  }

  private Future<FixedReading> fix(AnnouncementId id, MendForm wish, Author by) {
    SourceSpan place = new SourceSpan(wish.piece().start(), wish.piece().end());
    return rooms.desks().scripts().fix(id, place, wish.spoken(), by);
  }

  /** Whether a place is said as somebody wished. */
  private static boolean isSaid(ScriptDesk.Shown shown, MendForm wish) {
    return find(
            ReadingLines.of(shown, SpokenTimes.UNKNOWN), one -> touches(one, wish.piece().place()))
        .map(MendForm::of)
        .filter(now -> now.spoken().equals(wish.spoken()))
        .isPresent();
  }

  /** Lets the dictionary decide again. */
  Future<Void> letGo(AnnouncementId id, Piece piece, Author by) {
    return rooms.desks().scripts().letGo(id, new SourceSpan(piece.start(), piece.end()), by);
  }

  private static NoticePage.History history(
      Future<List<EarlierText>> texts, List<AiringRecord> airings) {
    List<EarlierText> newestFirst = new ArrayList<>(texts.result());
    Collections.reverse(newestFirst);
    return new NoticePage.History(newestFirst, airings);
  }

  private static NoticePage put(
      ScriptDesk.Shown shown, Notice notice, NoticePage.History history, Look look) {
    NoticeCard card = shown.card().orElseThrow();
    List<ReadingLine> lines = ReadingLines.of(shown, ListeningDesk.times(card));
    Optional<Piece> piece =
        look.place()
            .flatMap(place -> find(lines, one -> touches(one, place)))
            .or(() -> look.word().flatMap(word -> find(lines, one -> stands(one, word))));
    int first = piece.isPresent() ? pageOf(lines, piece.get()) : pageOf(look.first());
    int end = Math.min(lines.size(), first + NoticePage.Reading.PAGE);
    List<ScriptSentence> sentences = shown.reading().script().sentences();
    return new NoticePage(
        card,
        notice,
        stateOf(card, history.airings()),
        new NoticePage.Reading(
            lines.subList(Math.min(first, end), end),
            first,
            lines.size(),
            shown.reading().script().warnings(),
            fit(card, ReadingTime.of(sentences), look.slot()),
            card.recording().isPresent() && !card.isRecorded() && saysOther(card, sentences)),
        history,
        piece.map(MendForm::of),
        Optional.empty(),
        Optional.empty(),
        look.word().filter(word -> piece.isEmpty()).map(word -> notThere(card.id(), word)));
  }

  private static NoticePage.Fit fit(NoticeCard card, Duration estimate, int slot) {
    return new NoticePage.Fit(
        card.recording().map(recording -> recording.duration()).orElse(estimate),
        card.recording().isEmpty(),
        slot);
  }

  private static boolean saysOther(NoticeCard card, List<ScriptSentence> sentences) {
    List<String> now = sentences.stream().map(ScriptSentence::spoken).toList();
    return card.production().isPresent() && !ListeningDesk.said(card).equals(now);
  }

  private static Optional<Piece> find(List<ReadingLine> lines, Predicate<Piece> wanted) {
    return lines.stream().flatMap(line -> line.spoken().stream()).filter(wanted).findFirst();
  }

  /** Whether a piece is at a place as it stands in an address: 12-18. */
  private static boolean touches(Piece piece, String place) {
    Matcher ends = PLACE.matcher(place);
    return ends.matches()
        && piece.start() < Integer.parseInt(ends.group(2))
        && Integer.parseInt(ends.group(1)) < piece.end();
  }

  private static boolean stands(Piece piece, String word) {
    return piece.written().toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT));
  }

  private static int pageOf(List<ReadingLine> lines, Piece piece) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).spoken().contains(piece)) {
        return pageOf(i);
      }
    }
    return 0;
  }

  private static int pageOf(int sentence) {
    return Math.max(0, sentence) / NoticePage.Reading.PAGE * NoticePage.Reading.PAGE;
  }

  private static NoticeState stateOf(NoticeCard card, List<AiringRecord> airings) {
    boolean wasOrdered = airings.stream().anyMatch(airing -> airing.ordered().isPresent());
    return stateOf(card, wasOrdered ? Set.of(card.id()) : Set.of());
  }

  private static NoticeState stateOf(NoticeCard card, Set<AnnouncementId> aired) {
    if (card.recording().isEmpty()) {
      return NoticeState.DRAFT;
    }
    return aired.contains(card.id()) ? NoticeState.AIRED : NoticeState.RENDERED;
  }

  private static boolean isWaiting(AiringRecord airing) {
    return airing.word().equals("planned");
  }

  private static Problem notThere(AnnouncementId id, String word) {
    return new Problem(
        "FIXED_READING_PLACE",
        "\"%s\" does not stand in notice %s.".formatted(word, id),
        "Write it as it stands in the text.");
  }

  private static Problem noSuchText(AnnouncementId id, int number) {
    return new Problem(
        "NOTICE_UNKNOWN",
        "Notice %s never had a text %d.".formatted(id, number),
        "Its page lists those it had.");
  }
}
