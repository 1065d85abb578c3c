// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.document;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import loalang.announcements.document.Block.Kind;

/** One line of a letter and the questions that tell what it is. No pattern can backtrack far. */
record LetterLine(String text, String plain) {
  private static final int LONGEST_LOOKED_AT = 400;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern SPACES =
      Pattern.compile("[\\s*_#\\\\]+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern PAGE =
      Pattern.compile(
          "[-–—]? ?(trang|page)? ?\\d{1,3}( ?/ ?\\d{1,3})? ?[-–—]?",
          Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "!?[\\[<(](image|hinh|anh|picture|img|logo)[^\\])>]{0,200}[\\])>](\\(.{0,200}\\))?"
              + "|!\\[[^\\]]{0,200}\\]\\(.{0,200}\\)",
          Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern PLACE_AND_DATE =
      Pattern.compile(
          ".{2,40}, ngay[ .…]*\\d{0,2}[ .…]*thang[ .…]*\\d{0,2}[ .…]*nam.{0,8}",
          Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern PAPER_NUMBER =
      Pattern.compile("so ?:?.{0,20}/.{1,40}", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern SIGNING =
      Pattern.compile(
          "((kt|tm|tl|tuq|q)\\. ?.{2,60}|(pho )?(chu tich|truong ban|giam doc|bi thu|chanh van"
              + " phong|truong cong an|truong phong|hieu truong|tram truong).{0,60})",
          Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern ITEM =
      Pattern.compile(
          "([-+•·▪●○◦➢✓*] ?.*|\\(?(\\d{1,2}|[a-zđ])\\) .*|\\d{1,2}\\. .*)",
          Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern STEP =
      Pattern.compile("buoc \\d{1,2}\\b.*", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern QUESTION =
      Pattern.compile("(cau( hoi)? ?\\d{0,3} ?[:.].*|hoi ?:.*)", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern ANSWER =
      Pattern.compile("(tra loi|dap) ?[:.].*", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern ROMAN_HEAD =
      Pattern.compile("[ivx]{1,5}[./-] .{2,120}", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern TITLE =
      Pattern.compile(
          "(bai tuyen truyen|noi dung tuyen truyen|tai lieu tuyen truyen|bai phat thanh|noi dung"
              + " phat thanh|de cuong tuyen truyen|bai viet tuyen truyen|ban tin|phu luc|thong"
              + " diep|noi dung thong bao|tin bai)( .{0,80})?",
          Pattern.UNICODE_CHARACTER_CLASS);

  LetterLine(String text) {
    this(text, plain(text));
  }

  /** Small letters without tone and shape marks, so that a slip of the pen changes nothing. */
  private static String plain(String text) {
    String start = text.substring(0, Math.min(text.length(), LONGEST_LOOKED_AT));
    String lower = start.toLowerCase(Locale.ROOT).replace('đ', 'd');
    String bare = MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
    return SPACES.matcher(bare).replaceAll(" ").strip();
  }

  boolean isPageNumber() {
    return PAGE.matcher(plain).matches();
  }

  boolean isPlaceholder() {
    return PLACEHOLDER.matcher(plain).matches() || PLACEHOLDER.matcher(text).matches();
  }

  boolean isNationalHeading() {
    return (plain.contains("cong hoa xa hoi chu nghia viet nam") && isShouted())
        || (plain.startsWith("doc lap") && plain.contains("tu do") && plain.length() < 60);
  }

  boolean isPlaceAndDate() {
    return PLACE_AND_DATE.matcher(plain).matches() && plain.length() < 80;
  }

  boolean isPaperNumber() {
    return PAPER_NUMBER.matcher(plain).matches();
  }

  boolean isAddressee() {
    return plain.startsWith("kinh gui");
  }

  boolean isRecipients() {
    return plain.startsWith("noi nhan");
  }

  boolean isSender() {
    return isShouted() && plain.length() < 100 && !isAttachmentTitle() && isBody();
  }

  private boolean isBody() {
    return plain.startsWith("ubnd")
        || plain.startsWith("hdnd")
        || plain.startsWith("uy ban")
        || plain.startsWith("hoi dong")
        || plain.startsWith("cong an")
        || plain.startsWith("so ")
        || plain.startsWith("bo ")
        || plain.startsWith("phong ")
        || plain.startsWith("dang ")
        || plain.startsWith("ban ")
        || plain.startsWith("tram ")
        || plain.startsWith("truong ")
        || plain.startsWith("trung tam")
        || plain.startsWith("mat tran")
        || plain.startsWith("hoi ")
        || plain.startsWith("doan ")
        || plain.startsWith("dai ")
        || plain.startsWith("chi cuc")
        || plain.startsWith("cong ty")
        || plain.startsWith("huyen ")
        || plain.startsWith("tinh ")
        || plain.startsWith("xa ")
        || plain.startsWith("van phong");
  }

  boolean isAttachmentNote() {
    return isInBrackets() && (plain.contains("kem theo") || plain.contains("gui kem"));
  }

  boolean isInBrackets() {
    return plain.startsWith("(") && (plain.endsWith(")") || plain.endsWith(")./."));
  }

  boolean isAttachmentTitle() {
    return isShouted() && TITLE.matcher(plain).matches();
  }

  boolean isSigningOffice() {
    return isShouted() && SIGNING.matcher(plain).matches();
  }

  /** A line of a signature: an office in capitals, "(Đã ký)", a name. */
  boolean isOfficeOrName() {
    if (plain.length() > 60 || isListItem()) {
      return false;
    }
    boolean signed =
        plain.contains("da ky") || plain.contains("ky ten") || plain.contains("dong dau");
    boolean unfinished = ".:;,?!".indexOf(text.charAt(text.length() - 1)) < 0;
    return signed || (unfinished && (isShouted() || isName()));
  }

  private boolean isName() {
    String[] words = text.split(" ", -1);
    int capitals = 0;
    for (String word : words) {
      capitals += !word.isEmpty() && Character.isUpperCase(word.charAt(0)) ? 1 : 0;
    }
    return words.length >= 2 && words.length <= 7 && capitals >= words.length - 1;
  }

  boolean isListItem() {
    return ITEM.matcher(plain).matches() || text.startsWith("* ") || text.startsWith("\\-");
  }

  /** What a line of the body is. */
  Kind spokenKind() {
    if (text.contains(" | ")) {
      return Kind.TABLE_ROW;
    }
    if (STEP.matcher(plain).matches()) {
      return Kind.STEP;
    }
    if (QUESTION.matcher(plain).matches()) {
      return Kind.QUESTION;
    }
    if (ANSWER.matcher(plain).matches()) {
      return Kind.ANSWER;
    }
    if (ROMAN_HEAD.matcher(plain).matches() || text.startsWith("#") || isShoutedHeading()) {
      return Kind.HEADING;
    }
    return isListItem() ? Kind.LIST_ITEM : Kind.PARAGRAPH;
  }

  private boolean isShoutedHeading() {
    return isShouted() && plain.length() < 160;
  }

  /** Mostly capitals. */
  private boolean isShouted() {
    int letters = 0;
    int capitals = 0;
    for (int i = 0; i < Math.min(text.length(), LONGEST_LOOKED_AT); i++) {
      letters += Character.isLetter(text.charAt(i)) ? 1 : 0;
      capitals += Character.isUpperCase(text.charAt(i)) ? 1 : 0;
    }
    return letters > 1 && capitals * 10 >= letters * 7;
  }
}
