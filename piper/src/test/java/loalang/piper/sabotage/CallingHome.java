// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.piper.sabotage;

import java.net.Socket;
import loalang.announcements.catalogue.VoiceCatalogue;

public record CallingHome(Socket wire, ProcessBuilder program, VoiceCatalogue catalogue) {}
