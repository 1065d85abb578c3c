// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.sabotage.speech;

import com.sun.speech.freetts.Voice;
import java.net.URI;

/** Starts a program, shares a voice and knows an address. */
public record WildEngine(ProcessBuilder program, Voice voice, URI address) {}
