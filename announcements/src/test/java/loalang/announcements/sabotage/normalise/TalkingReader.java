// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.sabotage.normalise;

import loalang.announcements.speech.SpeechEngine;

/** A reader that speaks. */
public record TalkingReader(SpeechEngine engine) {}
