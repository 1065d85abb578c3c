// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.document;

import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/** Why a document is not taken in. */
final class Refusals {
  private Refusals() {}

  static ProblemException tooLarge(long bytes, int limit) {
    return refusal(
        "DOCUMENT_TOO_LARGE",
        "The document has %d bytes; at most %d are read.".formatted(bytes, limit),
        "Leave out pictures, or send the text alone.");
  }

  static ProblemException expandsTooMuch(int limit) {
    return refusal(
        "DOCUMENT_EXPANDS_TOO_MUCH",
        "A part of the document grows beyond %d bytes when it is unpacked.".formatted(limit),
        "Open it in a word processor and save the text as a new document.");
  }

  static ProblemException tooManyPages(int pages, int limit) {
    return refusal(
        "DOCUMENT_TOO_MANY_PAGES",
        "The document has %d pages; at most %d are read.".formatted(pages, limit),
        "Cut it into several documents.");
  }

  static ProblemException tooDeep(int limit) {
    return refusal(
        "DOCUMENT_NESTED_TOO_DEEP",
        "The document nests more than %d levels.".formatted(limit),
        "Open it in a word processor and save the text as a new document.");
  }

  static ProblemException typeUnknown(String fileName) {
    return refusal(
        "DOCUMENT_TYPE_UNKNOWN",
        "'%s' is none of docx, odt, pdf, html, md, txt.".formatted(shortened(fileName)),
        "Save it as .docx or .pdf and send that (old .doc and .rtf too).");
  }

  static ProblemException scanned(int pages) {
    return refusal(
        "DOCUMENT_SCANNED",
        "The PDF has %d pages and no text: it is a picture of paper.".formatted(pages),
        "Ask the sender for the Word file, or type the text.");
  }

  static ProblemException locked() {
    return refusal(
        "DOCUMENT_LOCKED",
        "The document is protected with a password.",
        "Open it with its password and save it without one.");
  }

  static ProblemException empty(String fileName) {
    return refusal(
        "DOCUMENT_EMPTY",
        "'%s' holds no text.".formatted(shortened(fileName)),
        "Check that it is the right file.");
  }

  static ProblemException damaged(String fileName, Throwable cause) {
    return new ProblemException(
        new Problem(
            "DOCUMENT_DAMAGED",
            "'%s' cannot be read to its end.".formatted(shortened(fileName)),
            "Open it in a word processor, save it again and send the new file."),
        cause);
  }

  private static String shortened(String fileName) {
    return fileName.length() <= 80 ? fileName : fileName.substring(0, 80) + "…";
  }

  private static ProblemException refusal(String code, String what, String next) {
    return new ProblemException(new Problem(code, what, next));
  }
}
