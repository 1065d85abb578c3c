// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.script;

/**
 * One spoken syllable or word and the written characters it stands for.
 *
 * @param text lower case, NFC, letters only
 * @param source where it was written; several words may share one span ("15" is "mười lăm")
 */
public record SpokenWord(String text, SourceSpan source) {}
