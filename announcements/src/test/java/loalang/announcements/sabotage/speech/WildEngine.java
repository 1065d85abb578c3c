// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.sabotage.speech;

import com.sun.speech.freetts.Voice;
import java.net.Socket;
import java.sql.Connection;

public record WildEngine(ProcessBuilder program, Voice voice, Socket wire, Connection store) {}
