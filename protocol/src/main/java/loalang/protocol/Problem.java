// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol;

import java.util.regex.Pattern;

/**
 * A fault as an operator meets it: what it is called, what happened, what to do next.
 *
 * @param code stable, upper case, the same in log, console and documentation ({@code
 *     docs/problems.md} lists every code)
 * @param whatHappened one sentence with the offending value; no secret, no stack trace
 * @param nextStep one sentence that tells the reader what to do
 * @throws IllegalArgumentException if the code is not of that form or a sentence is empty
 */
public record Problem(String code, String whatHappened, String nextStep) {
  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");

  public Problem {
    if (!CODE.matcher(code).matches()) {
      throw new IllegalArgumentException("A problem code is UPPER_SNAKE, was " + code);
    }
    if (whatHappened.isBlank() || nextStep.isBlank()) {
      throw new IllegalArgumentException("Problem " + code + " must say what and what next.");
    }
  }

  @Override
  public String toString() {
    return code + ": " + whatHappened + " " + nextStep;
  }
}
