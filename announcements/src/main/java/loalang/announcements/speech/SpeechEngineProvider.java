// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech;

import java.nio.file.Path;
import loalang.announcements.voice.EngineId;

/**
 * An engine that is not part of every installation: found with {@link java.util.ServiceLoader} if
 * its jar is on the class path.
 */
public interface SpeechEngineProvider {

  /** The engine it opens. */
  EngineId id();

  /**
   * Opens the engine; its models are loaded when they are first needed.
   *
   * @param voices the directory with one folder for each installed voice, named by its id
   */
  SpeechEngine open(Path voices);
}
