// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.release;

/**
 * Two different people let one airing through one rule.
 *
 * @param request what the first of them asked for
 * @param released who let it through, and when: not before it was asked for
 * @throws IllegalArgumentException if it is one person, or the instants are out of order
 */
public record Release(Request request, Signature released) {
  public Release {
    request
        .refusal(released)
        .ifPresent(
            why -> {
              throw new IllegalArgumentException(why.toString());
            });
  }

  /** True if it is for exactly this airing and this rule. */
  public boolean frees(Wanted what, Hold hold) {
    return request.hold() == hold && request.what().equals(what);
  }
}
